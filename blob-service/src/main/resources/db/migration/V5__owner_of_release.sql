-- From now on whoever gives a reference back, or withdraws a right to upload, says whose it is. What services had noted
-- before does not say: it can only be about rows that are here by now.
alter table reference add column by_owner_only boolean not null default false;
alter table reference alter column by_owner_only set default true;
alter table upload_right add column by_owner_only boolean not null default false;
alter table upload_right alter column by_owner_only set default true;
