-- What the last token of a person said: keys and sessions of the person are worth no more. Somebody of whom nothing is
-- known yet has no row. Whoever has a token of before ended_at makes no keys and sessions with it.
create table person (
    tenant     text        not null,
    subject    text        not null,
    roles      text[]      not null,
    workspaces text[]      not null,
    issued_at  timestamptz not null,
    ended_at   timestamptz,
    primary key (tenant, subject)
);

-- The sessions of a person, the oldest first: there is an end to them, and an operator can end all.
create index browser_session_by_subject on browser_session (tenant, subject, created_at);
