-- The parts of a split appeal are cases of their own.
alter table appeal add column parent uuid;
create index appeal_parent on appeal (parent) where parent is not null;

-- More ways in which a case ends. A queue holds the others.
drop index appeal_queue;
create index appeal_queue on appeal (committee, due_at, appeal_id)
  where status not in ('ANSWERED', 'WITHDRAWN', 'FORWARDED', 'REFUSED', 'CORRESPONDENCE_ENDED');

alter table appeal_content
  add column campaign  uuid,
  add column repeat_of uuid;
create index appeal_campaign on appeal_content (campaign) where campaign is not null;

-- What an event says beside how the case stands after it.
alter table history add column facts jsonb;

-- What the committee alone is told of an event: the resident's own words, a request and its reply.
create table message (
  appeal_id uuid    not null references appeal,
  version   integer not null,
  event     text    not null,
  facts     jsonb   not null,
  primary key (appeal_id, version, event)
);
