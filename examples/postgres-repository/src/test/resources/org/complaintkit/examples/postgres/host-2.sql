alter table host_note add column words text;
update host_note set words = id;
alter table host_note alter column words set not null;
