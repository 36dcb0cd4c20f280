-- References and open uploads that a transaction has given up and that blob-service does not know of yet.
create table release (
    seq        bigint generated always as identity primary key,
    kind       text        not null check (kind in ('reference', 'upload')),
    id         uuid        not null,
    created_at timestamptz not null default now()
);
