-- Two columns in place of dedup_key, which was the hash, the hash and the id, or null. Quick, however many rows there are:
-- what most of them say is the default, V21 corrects the others.
alter table asset
    -- Whether other uploads of the same bytes may have this asset as their outcome.
    add column reusable boolean not null default true,
    -- Whether the owner had these bytes before.
    add column repeats  boolean not null default false;
alter table asset
    alter column reusable drop default,
    alter column repeats drop default;

-- While an older version still runs, it writes dedup_key alone. What newer ones write it does not reuse: it makes another
-- asset. The column and this may go with a later version.
create function explain_dedup_key() returns trigger language plpgsql as $$
begin
    new.reusable := new.dedup_key is not null;
    new.repeats := coalesce(new.dedup_key <> new.hash, false);
    return new;
end $$;
create trigger asset_by_older_version before insert on asset
    for each row when (new.reusable is null) execute function explain_dedup_key();
