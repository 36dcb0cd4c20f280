-- What lists and searches look for. The extension pg_trgm is made by whoever makes the database.
alter table file
    -- The name in small letters, as the service folds it.
    add column folded_name text collate "C",
    -- The box around geo_location.
    add column geo_west    double precision,
    add column geo_south   double precision,
    add column geo_east    double precision,
    add column geo_north   double precision;

update file set folded_name = lower(name);

update file f
set geo_west = box.west, geo_south = box.south, geo_east = box.east, geo_north = box.north
from (
    select tenant, project, id,
           min((position -> 0)::float8) as west, min((position -> 1)::float8) as south,
           max((position -> 0)::float8) as east, max((position -> 1)::float8) as north
    from file, jsonb_path_query(geo_location::jsonb,
        'strict $.geometry.coordinates.** ? (@.type() == "array" && @[0].type() == "number")') position
    group by tenant, project, id
) box
where (f.tenant, f.project, f.id) = (box.tenant, box.project, box.id);

alter table file alter column folded_name set not null;

-- One index for each filter. Those of single values end in the id, so a page is read in its order.
create index file_by_name on file (tenant, project, name, id);
create index file_by_mime_type on file (tenant, project, mime_type, id);
create index file_by_source on file (tenant, project, source, id);
create index file_by_data_set on file (tenant, project, data_set_id, id);
create index file_by_directory on file (tenant, project, directory);
create index file_by_created on file (tenant, project, created_at);
create index file_by_updated on file (tenant, project, updated_at);
create index file_by_uploaded on file (tenant, project, uploaded_at);
create index file_by_source_created on file (tenant, project, source_created_time);
create index file_by_source_modified on file (tenant, project, source_modified_time);
create index file_without_content on file (tenant, project, id) where content_ref is null;
create index file_by_metadata on file using gin (metadata jsonb_path_ops);
create index file_by_asset on file using gin (asset_ids);
create index file_by_label on file using gin (labels);
create index file_by_place on file
    using gist (box(point(geo_east, geo_north), point(geo_west, geo_south))) where geo_west is not null;

-- Searches: by the beginning of a name, and by parts of it.
create index file_by_folded_name on file (tenant, project, folded_name);
create index file_by_part_of_name on file using gin (folded_name gin_trgm_ops);

-- Files that never got content, in the order in which their last link lapses; rights that have lapsed.
create index file_by_expiry on file (upload_expires_at) where content_ref is null;
create index open_upload_by_expiry on open_upload (expires_at);
