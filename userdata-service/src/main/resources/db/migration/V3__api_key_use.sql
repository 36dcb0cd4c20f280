-- When a key was last used, to the minute: its creator sees which ones nobody needs any more.
alter table api_key add last_used_at timestamptz;
