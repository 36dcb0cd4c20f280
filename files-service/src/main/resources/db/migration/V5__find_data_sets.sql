-- What lists of data sets look for, one index for each filter.
create index data_set_by_created on data_set (tenant, project, created_at);
create index data_set_by_updated on data_set (tenant, project, updated_at);
create index data_set_by_metadata on data_set using gin (metadata jsonb_path_ops);
