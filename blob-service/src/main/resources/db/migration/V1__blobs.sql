-- One content of one tenant. Its key never follows from its hash: new content with the same hash, after this one
-- was marked by the collector, gets a key of its own.
create table blob (
    id         uuid primary key,
    tenant     text        not null,
    hash       bytea,
    sha256     bytea,
    size       bigint      not null check (size >= 0),
    object_key text unique,
    content    bytea,
    created_at timestamptz not null default now(),
    marked_at  timestamptz,
    check ((object_key is null) <> (content is null))
);
create unique index blob_by_hash on blob (tenant, hash) where marked_at is null;
create index blob_by_sha256 on blob (tenant, sha256) where marked_at is null;

-- Who needs a blob. The id was chosen by the service that keeps it in its own row.
create table reference (
    ref        uuid primary key,
    tenant     text        not null,
    owner      text        not null,
    blob_id    uuid        not null references blob (id),
    created_at timestamptz not null default now()
);
create index reference_by_blob on reference (blob_id, owner);

-- Bytes on their way: committed before the first one reaches the store, gone when they have become a blob. What
-- outlives its lease is swept from the store.
create table upload (
    id              uuid primary key,
    ref             uuid        not null,
    object_key      text        not null unique,
    store_upload_id text,
    lease_until     timestamptz not null,
    created_at      timestamptz not null default now()
);
create index upload_by_lease on upload (lease_until);

-- The right to upload that a link carries.
create table upload_right (
    id         uuid primary key,
    tenant     text        not null,
    owner      text        not null,
    entity     text        not null,
    max_size   bigint      not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index upload_right_by_expiry on upload_right (expires_at);

-- Content that came in by link, for as long as its reference lives: what a reader is told while the event is still
-- on its way. The number orders the contents of an entity.
create sequence completion_number;
create table completion (
    ref          uuid primary key references reference (ref) on delete cascade,
    tenant       text        not null,
    owner        text        not null,
    entity       text        not null,
    right_id     uuid        not null,
    completion   bigint      not null,
    created_new  boolean     not null,
    completed_at timestamptz not null
);
create index completion_by_entity on completion (tenant, owner, entity, completion);
