-- blob-service wants to know whose a reference is that is given back.
create or replace function release_rendition() returns trigger language plpgsql as $$
begin
    insert into release (kind, id, tenant, owner) values ('reference', old.content_ref, old.tenant, old.owner);
    return old;
end $$;
