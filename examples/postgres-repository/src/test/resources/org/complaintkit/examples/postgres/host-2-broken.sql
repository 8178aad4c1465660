alter table host_note add column words text;
update host_note set words = id;
insert into host_note (id) values (1 / 0);
