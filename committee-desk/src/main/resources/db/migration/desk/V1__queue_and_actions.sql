-- A case as it stands: what the newest event, by version and index, said of it. Cases that no served
-- committee ever held have a row here too, so that a late routing cannot bring back one that left.
create table appeal (
  appeal_id             uuid primary key,
  version               integer     not null,
  event_index           integer     not null,
  status                text        not null,
  registration_number   text        not null,
  committee             text,
  registered_at         timestamptz not null,
  due_at                timestamptz not null,
  due_at_explanation_ru text        not null,
  due_at_explanation_en text        not null
);

-- A committee's queue, in its order.
create index appeal_queue on appeal (committee, due_at, appeal_id)
  where status not in ('ANSWERED', 'WITHDRAWN');

-- What the resident wrote, as it was last routed to a served committee.
create table appeal_content (
  appeal_id   uuid primary key references appeal,
  version     integer not null,
  event_index integer not null,
  subject     text    not null,
  routed      jsonb   not null
);

create table history (
  appeal_id      uuid        not null references appeal,
  version        integer     not null,
  event_index    integer     not null,
  event          text        not null,
  status         text        not null,
  committee      text,
  from_committee text,
  at             timestamptz not null,
  primary key (appeal_id, version, event_index)
);

-- Why and by whom a case was redirected. A redirect makes a version of its own.
create table transfer (
  appeal_id uuid    not null references appeal,
  version   integer not null,
  reason    text    not null,
  actor     text    not null,
  primary key (appeal_id, version)
);

-- What was asked for at this desk, and what became of it. The row is there before the record is sent,
-- and holds the record, so that a repeat sends the same bytes to the same topic.
create table desk_action (
  action_id      text primary key,
  appeal_id      uuid        not null,
  type           text        not null,
  committee      text        not null,
  record_headers jsonb       not null,
  record_value   text        not null,
  state          text        not null default 'PENDING',
  version        integer,
  reason         text,
  explanation_ru text,
  explanation_en text,
  asked_at       timestamptz not null default now(),
  decided_at     timestamptz
);

create index desk_action_done on desk_action (appeal_id, version) where state = 'DONE';
