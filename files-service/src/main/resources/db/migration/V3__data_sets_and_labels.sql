-- A group of files of a project. Rights can be limited to it.
create table data_set (
    tenant      text        not null,
    project     text        not null,
    id          bigint      not null check (id between 1 and 9007199254740991),
    external_id text collate "C",
    name        text,
    description text,
    metadata    jsonb,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (tenant, project, id)
);

create unique index data_set_external_id on data_set (tenant, project, external_id) where external_id is not null;

-- The definition of a label. Files may carry labels that nobody has defined.
create table label (
    tenant      text             not null,
    project     text             not null,
    external_id text collate "C" not null,
    name        text             not null,
    description text,
    data_set_id bigint,
    created_at  timestamptz      not null,
    primary key (tenant, project, external_id)
);
