-- A user file: a path in the tree of one workspace, and the content it has now. Folders are not stored: one exists
-- while there is a file below it. The "C" collation makes everything below a folder one range of the index.
create table user_file (
    id          uuid primary key,
    tenant      text        not null,
    owner       text        not null,
    path        text        not null collate "C",
    content_ref uuid        not null,
    size        bigint      not null check (size >= 0),
    hash        text        not null,
    sha256      text        not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    modified_at timestamptz not null,
    constraint user_file_path unique (tenant, owner, path)
);

-- An API key: what it stands for, and a hash of its secret, never the secret.
create table api_key (
    id          uuid primary key,
    secret_hash bytea       not null,
    tenant      text        not null,
    subject     text        not null,
    owner       text        not null,
    roles       text[]      not null,
    name        text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);
create index api_key_by_subject on api_key (tenant, subject);
