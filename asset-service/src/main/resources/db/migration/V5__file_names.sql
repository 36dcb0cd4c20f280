-- The newest asset of a name, which is how older clients ask for files.
create index asset_by_name_newest on asset (tenant, owner, name, created_at, id);
