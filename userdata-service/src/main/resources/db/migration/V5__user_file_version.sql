-- Every content of a user file is a version of it, the present one too.
alter table user_file add version_id uuid;
alter table user_file add modified_by text;
update user_file set version_id = gen_random_uuid(), modified_by = created_by;
alter table user_file alter version_id set not null;
alter table user_file alter modified_by set not null;

-- What a file had before, by its path: the history outlives the file for a while. expires_at is null while there is a
-- file at the path.
create table user_file_version (
    id          uuid primary key,
    tenant      text        not null,
    owner       text        not null,
    path        text        not null collate "C",
    content_ref uuid        not null,
    size        bigint      not null check (size >= 0),
    hash        text        not null,
    sha256      text        not null,
    saved_by    text        not null,
    saved_at    timestamptz not null,
    replaced_at timestamptz not null,
    expires_at  timestamptz
);
create index user_file_version_by_path on user_file_version (tenant, owner, path, replaced_at);
create index user_file_version_deleted on user_file_version (tenant, owner, path, replaced_at desc)
    where expires_at is not null;
create index user_file_version_by_expiry on user_file_version (expires_at) where expires_at is not null;
