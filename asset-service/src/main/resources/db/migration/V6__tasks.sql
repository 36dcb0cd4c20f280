-- Work that goes on after the answer. A worker takes a task for as long as its lease is renewed; one whose worker died
-- is taken again by another.
create table task (
    id              uuid        primary key,
    tenant          text        not null,
    owner           text        not null,
    created_by      text        not null,
    task_name       text        not null,
    idempotency_key text        not null,
    payload         jsonb       not null,
    status          text        not null check (status in ('created', 'running', 'completed', 'failed')),
    result          jsonb,
    error_message   text,
    attempts        integer     not null default 0,
    -- Running: when another worker may take it. Created: not to be taken before.
    due_at          timestamptz not null,
    create_time     timestamptz not null,
    update_time     timestamptz not null,
    started_at      timestamptz,
    completed_at    timestamptz
);
create index task_by_owner on task (tenant, owner, create_time, id);
create index task_by_due on task (due_at) where status in ('created', 'running');
create index task_by_end on task (completed_at) where completed_at is not null;
