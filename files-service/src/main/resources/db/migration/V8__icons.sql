-- The icon of a file: one at most, of its present content, kept for the next one who asks. It goes with the file, or when
-- the file gets other content, whoever does that; and with its row goes the reference that holds the picture.
create table icon (
    tenant      text        not null,
    project     text        not null,
    file_id     bigint      not null,
    -- The content that it shows.
    source_ref  uuid        not null,
    content_ref uuid        not null,
    size        bigint      not null,
    sha256      text        not null,
    created_at  timestamptz not null,
    primary key (tenant, project, file_id),
    foreign key (tenant, project, file_id) references file on delete cascade
);

create function release_icon() returns trigger language plpgsql as $$
begin
    insert into release (kind, id, tenant, owner)
    values ('reference', old.content_ref, old.tenant, 'project:' || old.project);
    return null;
end $$;

create trigger icon_released after delete on icon for each row execute function release_icon();

create function remove_icon() returns trigger language plpgsql as $$
begin
    delete from icon where tenant = old.tenant and project = old.project and file_id = old.id;
    return null;
end $$;

create trigger icon_outdated after update of content_ref on file for each row
    when (old.content_ref is distinct from new.content_ref) execute function remove_icon();
