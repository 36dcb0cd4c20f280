-- A session of a browser: it stands for what the credential stood for that opened it, in one workspace, for a while.
-- A session that was opened with an API key goes with the key.
create table browser_session (
    id          uuid primary key,
    secret_hash bytea       not null,
    tenant      text        not null,
    subject     text        not null,
    owner       text        not null,
    roles       text[]      not null,
    api_key     uuid references api_key (id) on delete cascade,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index browser_session_by_expiry on browser_session (expires_at);
create index browser_session_by_key on browser_session (api_key) where api_key is not null;
