-- Another upload of the same bytes asks for the oldest asset that has them, anywhere or in one folder: one step, however
-- many there are elsewhere.
drop index asset_by_hash;
create index asset_by_hash on asset (tenant, owner, hash, created_at, id);
create index asset_by_hash_in_folder on asset
    (tenant, owner, hash, coalesce(user_metadata ->> 'subfolder', ''), created_at, id);
