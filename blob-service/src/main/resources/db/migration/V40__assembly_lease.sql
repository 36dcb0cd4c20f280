-- Which attempt puts the parts of an upload together, and until when it is taken to be at work. No more than one of all
-- processes does; a lease that is not renewed, since its process died, is taken over.
alter table upload_right
    add column assembled_by    uuid,
    add column assembled_until timestamptz;
