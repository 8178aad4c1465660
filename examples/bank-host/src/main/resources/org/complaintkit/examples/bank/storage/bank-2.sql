-- Since when a duty waits, and an end for those that were sent.

alter table duty_outbox add column put_at timestamptz;

update duty_outbox set put_at = coalesce(sent_at, next_try);

alter table duty_outbox alter column put_at set not null;

create index duty_outbox_put on duty_outbox (put_at) where sent_at is null;

create index duty_outbox_sent on duty_outbox (sent_at) where sent_at is not null;
