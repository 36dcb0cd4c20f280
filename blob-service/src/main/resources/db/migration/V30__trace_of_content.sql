-- By what the request that made a content is found in the log, and the trace to which its hash belongs that comes later.
alter table blob add column request_id text;
alter table blob add column traceparent text;
