-- Moments are two numbers, seconds since 1970 and nanoseconds: timestamptz ends at microseconds.
-- Texts are compared byte by byte (collation "C"), whatever the language of the database.
-- The content is text and not jsonb, which refuses NUL and rewrites numbers.

create table complaint_case (
    id             text collate "C" primary key,
    version        bigint not null,
    state          text collate "C" not null,
    received_sec   bigint not null,
    received_nano  integer not null,
    due_sec        bigint,
    due_nano       integer,
    content        text not null
);

create index complaint_case_due on complaint_case (due_sec, due_nano, id) where due_sec is not null;
create index complaint_case_received on complaint_case (received_sec, received_nano, id);

create table complaint_audit (
    case_id        text collate "C" not null references complaint_case,
    sequence       bigint not null,
    kind           text not null,
    recorded_sec   bigint not null,
    recorded_nano  integer not null,
    digest         text not null,
    previous       text not null,
    hash           text not null,
    primary key (case_id, sequence)
);

create table complaint_notice (
    position       bigint generated always as identity primary key,
    key            text collate "C" not null unique,
    content        text not null,
    published      boolean not null default false
);

create index complaint_notice_waiting on complaint_notice (position) where not published;

create table complaint_number (
    sequence       text collate "C" primary key,
    last           bigint not null
);
