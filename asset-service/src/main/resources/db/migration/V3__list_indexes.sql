-- What lists need beside an index for every order. btree_gin is a trusted extension: the owner of the database may
-- make it, and whoever makes the database may have done so already.
create extension if not exists btree_gin;

-- Parts of names, and metadata, of one owner. The owner is part of it, so that what others store neither slows a
-- search down nor shows in its timing. Few entries wait to be merged, because every search reads those that do.
drop index asset_by_part_of_name;
drop index asset_by_metadata;
create index asset_by_words on asset
    using gin (owner, folded_name gin_trgm_ops, searchable jsonb_path_ops) with (gin_pending_list_limit = 256);

drop index asset_by_job;
create index asset_by_job on asset (tenant, owner, job_id, created_at, id) where job_id is not null;

-- Those that a job has not removed yet.
create index asset_of_owner_by_expiry on asset (tenant, owner, expires_at) where expires_at is not null;

-- An owner lives in one tenant, and has tags of its own: without this the planner takes big owners for tiny ones.
create statistics asset_of_owner (dependencies, mcv) on tenant, owner from asset;
create statistics asset_tag_of_owner (dependencies, mcv) on tenant, owner, tag from asset_tag;
