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

-- While an older version still runs, it writes and reads dedup_key alone. This and the column may go with a later version.
create function keep_dedup_key() returns trigger language plpgsql as $$
begin
    if new.reusable is null then
        new.reusable := new.dedup_key is not null;
        new.repeats := coalesce(new.dedup_key <> new.hash, false);
    elsif new.reusable then
        new.dedup_key := case when new.repeats then new.hash || ' ' || new.id else new.hash end;
    end if;
    return new;
end $$;
create trigger asset_dedup_key before insert on asset for each row execute function keep_dedup_key();
