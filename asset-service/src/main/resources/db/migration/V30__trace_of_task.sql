-- By what the request that gave a task is found in the log, and the trace that goes on with it.
alter table task add column request_id text;
alter table task add column traceparent text;
