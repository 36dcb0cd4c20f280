-- The right to upload in several parts: how many, into which object, and what became of it.
alter table upload_right
    add column parts         int check (parts > 0),
    -- The object that the parts become; it is swept like every upload when it came to nothing.
    add column upload_id     uuid,
    -- While it is set, no part is taken any more.
    add column completing    boolean not null default false,
    add column completed_ref uuid,
    add check ((parts is null) = (upload_id is null));

-- The last complete attempt at each part. Every attempt is a part of its own in the store, so that a broken one, or
-- two at the same time, harm nobody; the digests are known where one part is all.
create table upload_part (
    right_id     uuid not null references upload_right (id) on delete cascade,
    number       int  not null,
    attempts     int  not null,
    store_number int,
    etag         text,
    size         bigint check (size >= 0),
    blake3       bytea,
    sha256       bytea,
    primary key (right_id, number)
);

-- Until when somebody is at work on the hash of a blob that came in several parts.
alter table blob add column hashing_until timestamptz;
create index blob_without_hash on blob (size, id) where hash is null and marked_at is null;
