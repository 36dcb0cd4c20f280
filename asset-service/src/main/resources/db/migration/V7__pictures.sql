-- Pictures that were made out of assets, one of each kind. They go with their asset, whoever removes it, and with its
-- row goes the reference: that must not depend on everybody who ever deletes an asset knowing of this table.
create table rendition (
    tenant      text        not null,
    owner       text        not null,
    id          uuid        not null,
    kind        text        not null,
    content_ref uuid        not null,
    size        bigint      not null,
    hash        text        not null,
    media_type  text        not null,
    created_at  timestamptz not null,
    primary key (tenant, owner, id, kind),
    foreign key (tenant, owner, id) references asset on delete cascade
);

create function release_rendition() returns trigger language plpgsql as $$
begin
    insert into release (kind, id) values ('reference', old.content_ref);
    return old;
end $$;

create trigger rendition_released after delete on rendition for each row execute function release_rendition();

-- The layers that a mask editor saves together; the same bytes, an empty layer mostly, may be part of many drawings.
create table mask_layer (
    tenant     text        not null,
    owner      text        not null,
    -- What the layers of one drawing have in common.
    drawing    text        not null,
    layer      text        not null check (layer in ('mask', 'paint', 'painted', 'painted_masked')),
    id         uuid        not null,
    created_at timestamptz not null,
    primary key (tenant, owner, drawing, layer),
    foreign key (tenant, owner, id) references asset on delete cascade
);
create index mask_layer_by_asset on mask_layer (tenant, owner, id, created_at);
