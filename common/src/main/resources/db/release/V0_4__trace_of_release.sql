-- By what the request that gave something up is found in the log, and the trace that goes on with it.
alter table release add column request_id text;
alter table release add column traceparent text;
