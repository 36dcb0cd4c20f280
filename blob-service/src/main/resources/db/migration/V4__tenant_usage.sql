-- What a tenant holds: its references, and the bytes behind each of them. Kept by the triggers below, within the
-- transaction that adds or removes a reference, whoever does it. A reference never changes its tenant, and moves only
-- to a blob of equal bytes, so changes of rows do not count.
create table tenant_usage (
    tenant text   not null,
    slot   bigint not null generated always as identity,
    bytes  bigint not null,
    files  bigint not null,
    primary key (tenant, slot)
) with (fillfactor = 50);

-- What a tenant holds is the sum of its slots. A transaction changes a slot that nobody else is changing, or adds one:
-- it never waits, and there are as many slots as there were ever writers at once.
create function change_tenant_usage(its_tenant text, more_bytes bigint, more_files bigint) returns void
language plpgsql as $$
begin
    update tenant_usage set bytes = bytes + more_bytes, files = files + more_files
    where tenant = its_tenant and slot = (
        select slot from tenant_usage where tenant = its_tenant order by slot limit 1 for update skip locked);
    if not found then
        insert into tenant_usage (tenant, bytes, files) values (its_tenant, more_bytes, more_files);
    end if;
end $$;

create function count_references() returns trigger language plpgsql as $$
declare
    sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
    perform change_tenant_usage(r.tenant, (sign * sum(b.size))::bigint, sign * count(*))
    from changed r join blob b on b.id = r.blob_id group by r.tenant;
    return null;
end $$;

create trigger reference_added after insert on reference
    referencing new table as changed for each statement execute function count_references();
create trigger reference_removed after delete on reference
    referencing old table as changed for each statement execute function count_references();

-- Nobody writes between the triggers and this: creating them has locked the table.
insert into tenant_usage (tenant, bytes, files)
    select r.tenant, sum(b.size), count(*) from reference r join blob b on b.id = r.blob_id group by r.tenant;
