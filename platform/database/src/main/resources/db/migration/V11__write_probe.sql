-- One row that every node writes every few seconds: a server that can only read must not look healthy. It holds no content of
-- a tenant; on the allow-list of the catalogue test.
create table write_probe (
    only_row   boolean primary key default true check (only_row),
    written_at timestamptz not null
);
revoke delete on write_probe from desk_app;
insert into write_probe (written_at) values (now());
