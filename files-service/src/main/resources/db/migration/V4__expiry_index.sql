-- Only files that can expire: else lists of files without content are tempted to read all of it.
drop index file_by_expiry;
create index file_by_expiry on file (upload_expires_at) where content_ref is null and upload_expires_at is not null;
