-- Until when one process is at work on a file that has expired, so that another one does not do the same.
alter table file add column expiry_claimed_until timestamptz;
