-- About how many bytes a file takes in an answer: what pages are cut by.
alter table file add column answer_bytes integer not null generated always as (
    300 + octet_length(name) + coalesce(octet_length(external_id), 0) + coalesce(octet_length(directory), 0)
    + coalesce(octet_length(source), 0) + coalesce(octet_length(mime_type), 0)
    + coalesce(octet_length(metadata::text), 0) + coalesce(octet_length(geo_location::text), 0)
    + 17 * coalesce(cardinality(asset_ids), 0) + 260 * coalesce(cardinality(labels), 0)) stored;
