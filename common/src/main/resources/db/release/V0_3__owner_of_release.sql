-- Whose the reference or upload is: blob-service does not let go of it for anybody else. Rows from before do not say.
alter table release
    add column tenant text,
    add column owner  text,
    add check ((tenant is null) = (owner is null));
