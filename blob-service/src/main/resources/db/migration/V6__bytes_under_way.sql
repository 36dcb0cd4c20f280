-- What uploads take of the quota of their tenant before they are content, for as long as they live: a body as much as is
-- promised to it, an upload in parts the sum of its parts. Where there is no quota only parts are counted.
alter table upload
    add column tenant   text,
    add column reserved bigint not null default 0 check (reserved >= 0);

update upload u set tenant = r.tenant, reserved = coalesce((
    select sum(p.size) from upload_part p where p.right_id = r.id), 0)
from upload_right r where r.upload_id = u.id;

create index upload_under_way on upload (tenant) where reserved > 0 and swept_at is null;
