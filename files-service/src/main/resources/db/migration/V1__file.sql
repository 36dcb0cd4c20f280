-- A file of a project: what its creator says about it, and the content that came in for it.
create table file (
    tenant               text        not null,
    project              text        not null,
    id                   bigint      not null check (id between 1 and 9007199254740991),
    external_id          text collate "C",
    instance_space       text collate "C",
    instance_external_id text collate "C",
    name                 text        not null,
    directory            text collate "C",
    source               text,
    mime_type            text,
    metadata             jsonb,
    asset_ids            bigint[],
    data_set_id          bigint,
    source_created_time  bigint,
    source_modified_time bigint,
    labels               text[],
    geo_location         json,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    -- When the last upload link lapses. A file that has no content by then has no future.
    upload_expires_at    timestamptz,
    content_ref          uuid,
    -- Of two contents the one with the larger number is the newer.
    content_completion   bigint,
    content_size         bigint,
    content_hash         text,
    content_sha256       text,
    uploaded_at          timestamptz,
    -- Random ids in order are what list pages and partitions are cut from.
    primary key (tenant, project, id),
    check ((instance_space is null) = (instance_external_id is null)),
    check ((content_ref is null) = (content_completion is null)),
    check ((content_ref is null) = (content_size is null)),
    check ((content_ref is null) = (uploaded_at is null))
);

create unique index file_external_id on file (tenant, project, external_id) where external_id is not null;

create unique index file_instance_id on file (tenant, project, instance_space, instance_external_id)
    where instance_space is not null;

-- Rights to upload that have been handed out. They die with the file.
create table open_upload (
    id         uuid        primary key,
    tenant     text        not null,
    project    text        not null,
    file_id    bigint      not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    foreign key (tenant, project, file_id) references file on delete cascade
);

create index open_upload_file on open_upload (tenant, project, file_id);
