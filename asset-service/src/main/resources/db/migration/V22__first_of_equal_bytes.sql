-- Of one content an owner has one asset at most that may be reused and repeats nothing. While the index is built reading goes
-- on, and writing waits.
set local statement_timeout = 0;
create unique index asset_first_of_bytes on asset (tenant, owner, hash) where reusable and not repeats;
