-- Events that a transaction has decided on and that Kafka does not have yet.
create table outbox (
    seq        bigint generated always as identity primary key,
    id         uuid        not null,
    topic      text        not null,
    record_key text        not null,
    payload    text        not null,
    created_at timestamptz not null default now()
);
