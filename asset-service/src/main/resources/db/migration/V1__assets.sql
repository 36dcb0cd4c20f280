-- One asset: a reference of one owner to one content. Rows of one owner lie together. The extension pg_trgm is
-- made by whoever makes the database.
create table asset (
    tenant           text             not null,
    owner            text             not null,
    id               uuid             not null,
    name             text collate "C" not null,
    folded_name      text             not null,
    content_ref      uuid             not null,
    size             bigint           not null check (size >= 0),
    hash             text,
    sha256           text,
    -- The hash where equal bytes of one owner shall be one asset, else null.
    dedup_key        text,
    mime_type        text             not null,
    -- In the order in which clients see them; asset_tag has the same ones for searching and counting.
    tags             text[]           not null,
    preview_id       uuid,
    job_id           uuid,
    user_metadata    jsonb            not null check (jsonb_typeof(user_metadata) = 'object'),
    metadata         jsonb            not null check (jsonb_typeof(metadata) = 'object'),
    searchable       jsonb            not null generated always as (metadata || user_metadata) stored,
    created_by       text             not null,
    created_at       timestamptz      not null,
    updated_at       timestamptz      not null,
    last_access_time timestamptz      not null,
    expires_at       timestamptz,
    primary key (tenant, owner, id)
);

create unique index asset_by_dedup_key on asset (tenant, owner, dedup_key);
create index asset_by_hash on asset (tenant, owner, hash);
create index asset_by_job on asset (tenant, owner, job_id) where job_id is not null;
create index asset_by_created on asset (tenant, owner, created_at, id);
create index asset_by_updated on asset (tenant, owner, updated_at, id);
create index asset_by_access on asset (tenant, owner, last_access_time, id);
create index asset_by_name on asset (tenant, owner, name, id);
create index asset_by_size on asset (tenant, owner, size, id);
create index asset_by_part_of_name on asset using gin (folded_name gin_trgm_ops);
create index asset_by_metadata on asset using gin (searchable jsonb_path_ops);

create table asset_tag (
    tenant     text             not null,
    owner      text             not null,
    id         uuid             not null,
    tag        text collate "C" not null,
    created_at timestamptz      not null,
    primary key (tenant, owner, id, tag),
    foreign key (tenant, owner, id) references asset on delete cascade
);
create index asset_tag_by_tag on asset_tag (tenant, owner, tag, created_at, id);
