-- Where a file lies and what it is called there, apart from the labels that people change: name, tags, user_metadata.
-- A row that an older version still writes meanwhile has none of it, and is found by its labels.
alter table asset
    add column file_type   text             not null default '' check (file_type in ('', 'input', 'output', 'temp')),
    add column file_folder text             not null default '',
    add column file_name   text collate "C" not null default '';

-- What led to a file until now: its path if it has one, else the labels. What was put into a folder remembers the name
-- that it got there, which may have been changed since.
update asset set
    file_type = case
        when file_path ~ '^(input|output|temp)/' then split_part(file_path, '/', 1)
        when tags @> '{input}' then 'input'
        when tags @> '{output}' then 'output'
        when tags @> '{temp}' then 'temp'
        else '' end,
    file_folder = case
        when file_path is null then coalesce(user_metadata ->> 'subfolder', '')
        else regexp_replace(regexp_replace(file_path, '/?[^/]*$', ''), '^(input|output|temp)(/|$)', '') end,
    file_name = case
        when tags @> '{uploaded}' and jsonb_typeof(user_metadata -> 'filename') = 'string'
            and length(user_metadata ->> 'filename') between 1 and 512
            and user_metadata ->> 'filename' !~ '[/\\]'
        then user_metadata ->> 'filename'
        else name end;

-- The newest file of a name, in one folder and in all of them. Folders may be longer than an index takes.
create index asset_by_file on asset (tenant, owner, file_name, file_type, md5(file_folder), created_at, id);
create index asset_by_file_name on asset (tenant, owner, file_name, file_type, created_at, id);

drop index asset_by_hash_in_folder;
create index asset_by_hash_in_folder on asset (tenant, owner, hash, file_type, md5(file_folder), created_at, id);
