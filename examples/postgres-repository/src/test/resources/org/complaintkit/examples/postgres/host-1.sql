create table host_note (id text primary key);
