-- On its own: beside the building of an index it would be a stronger lock of the same table, and with whoever waits to write by
-- then a deadlock.
drop index asset_by_dedup_key;
