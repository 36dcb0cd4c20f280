-- What the second version of the API keeps of an asset: where it shall lie. Assets that end are found by their end.
alter table asset add column file_path text;
create index asset_by_expiry on asset (expires_at) where expires_at is not null;

-- Keys that have minted an asset: each does so once, until it is forgotten.
create table idempotency_key (
    tenant     text        not null,
    owner      text        not null,
    key        text        not null,
    expires_at timestamptz not null,
    primary key (tenant, owner, key)
);
create index idempotency_key_by_expiry on idempotency_key (expires_at);
