-- Set before anything of an upload is deleted in the store; from then on it can no longer become a blob.
alter table upload add column swept_at timestamptz;
