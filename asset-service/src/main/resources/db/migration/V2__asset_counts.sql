-- How many assets an owner has: in all (tag '') and with each tag. Kept by the triggers below, within the
-- transaction that adds or removes a row of asset or asset_tag, whoever does it; so a total costs a few rows.
create table asset_count (
    tenant text             not null,
    owner  text             not null,
    tag    text collate "C" not null,
    slot   bigint           not null generated always as identity,
    assets bigint           not null,
    primary key (tenant, owner, tag, slot)
) with (fillfactor = 50);

-- A count is the sum of its slots. A transaction changes a slot that nobody else is changing, or adds one: it never
-- waits, so writers of one owner neither queue up nor dead-lock, and there are as many slots as there were ever
-- writers at once.
create function change_asset_count(its_tenant text, its_owner text, its_tag text, change bigint) returns void
language plpgsql as $$
begin
    update asset_count set assets = assets + change
    where tenant = its_tenant and owner = its_owner and tag = its_tag and slot = (
        select slot from asset_count
        where tenant = its_tenant and owner = its_owner and tag = its_tag
        order by slot limit 1 for update skip locked);
    if not found then
        insert into asset_count (tenant, owner, tag, assets) values (its_tenant, its_owner, its_tag, change);
    end if;
end $$;

create function count_assets() returns trigger language plpgsql as $$
begin
    perform change_asset_count(tenant, owner, '', case tg_op when 'INSERT' then count(*) else -count(*) end)
    from changed group by tenant, owner;
    return null;
end $$;

create function count_tagged_assets() returns trigger language plpgsql as $$
begin
    perform change_asset_count(tenant, owner, tag, case tg_op when 'INSERT' then count(*) else -count(*) end)
    from changed group by tenant, owner, tag;
    return null;
end $$;

create trigger asset_added after insert on asset
    referencing new table as changed for each statement execute function count_assets();
create trigger asset_removed after delete on asset
    referencing old table as changed for each statement execute function count_assets();
create trigger asset_tag_added after insert on asset_tag
    referencing new table as changed for each statement execute function count_tagged_assets();
create trigger asset_tag_removed after delete on asset_tag
    referencing old table as changed for each statement execute function count_tagged_assets();

-- Nobody writes between the triggers and this: creating them has locked the tables.
insert into asset_count (tenant, owner, tag, assets)
    select tenant, owner, '', count(*) from asset group by tenant, owner;
insert into asset_count (tenant, owner, tag, assets)
    select tenant, owner, tag, count(*) from asset_tag group by tenant, owner, tag;
