-- A setting of one person: personal, whatever the workspace. The value is JSON in ASCII, as it is given back.
create table setting (
    tenant  text not null,
    subject text not null,
    key     text not null collate "C",
    value   text not null,
    primary key (tenant, subject, key)
);
