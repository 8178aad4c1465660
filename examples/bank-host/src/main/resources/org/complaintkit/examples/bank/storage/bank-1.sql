-- The bank's own tables, beside those of the repository.

create table customer_contact (
    case_id     text collate "C" not null,
    event_id    text collate "C" not null,
    person      text not null,
    recorded_at timestamptz not null,
    primary key (case_id, event_id)
);

create table worklist (
    case_id     text collate "C" primary key,
    state       text not null,
    owner       text not null,
    person      text not null,
    late_from   timestamptz
);

create index worklist_late on worklist (late_from, case_id) where late_from is not null;

create table duty_outbox (
    key         text collate "C" primary key,
    position    bigint generated always as identity,
    content     text not null,
    attempts    integer not null default 0,
    next_try    timestamptz not null,
    sent_at     timestamptz
);

create index duty_outbox_waiting on duty_outbox (next_try, position) where sent_at is null;
