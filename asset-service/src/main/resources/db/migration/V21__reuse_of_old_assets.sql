-- In a transaction of its own: nobody waits for it but who locks one of these rows, to change it or to have another asset of
-- the same bytes.
set local statement_timeout = 0;
update asset set reusable = dedup_key is not null, repeats = coalesce(dedup_key <> hash, false)
where dedup_key is null or dedup_key <> hash;
