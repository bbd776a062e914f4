-- How far each partition of the input topics is recorded.
create table stream (
  id          int generated always as identity primary key,
  topic       text   not null,
  part        int    not null,
  next_offset bigint not null default 0,
  unique (topic, part)
);

-- Every input that had an effect, at its position in the log, with what was decided to be sent for it.
create table input (
  stream_id   int         not null,
  off         bigint      not null,
  at          timestamptz not null, -- the record's append time: another record here would have another
  event_key   uuid,                 -- of the topic and the event's id; null where the record was parked
  appeal_id   uuid,
  result      text        not null check (result in ('APPLIED', 'REFUSED', 'PARKED')),
  reason      text,
  outputs     bytea,                -- as they are sent; null once they are too old to be asked for
  recorded_at timestamptz not null default now(),
  primary key (stream_id, off)
);
create unique index input_event on input (event_key);
create index input_recorded on input using brin (recorded_at);

create table appeal_case (
  appeal_id          uuid        primary key,
  version            int         not null,
  idx                int         not null,
  status             text        not null,
  number             text        not null unique,
  committee          text        not null,
  registered_at      timestamptz not null,
  due_at             timestamptz not null,
  due_explanation_ru text        not null,
  due_explanation_en text        not null,
  body_digest        text        not null
);

-- What the resident wrote, apart from the facts, so that it can be erased without touching them.
create table appeal_content (
  appeal_id uuid primary key,
  content   json not null
);

create table case_event (
  appeal_id uuid        not null,
  version   int         not null,
  idx       int         not null,
  type      text        not null,
  at        timestamptz not null,
  facts     json        not null,
  stream_id int         not null,
  off       bigint      not null,
  primary key (appeal_id, version, idx)
);

create table timer (
  appeal_id    uuid        not null,
  timer        text        not null,
  generation   int         not null,
  due_at       timestamptz not null,
  leased_until timestamptz,
  primary key (appeal_id, timer)
);
create index timer_due on timer (due_at);

-- Numbers of appeals, a sequence for each year, so that a new year needs no change of the schema and
-- the service no right to change it.
do $$
begin
  for year in 2020..2099 loop
    execute format('create sequence registration_number_%s', year);
  end loop;
end
$$;

-- Numbers that residents were told before the database was restored to an earlier moment, read back
-- from the log: their appeals are registered under them again.
create table told_number (
  appeal_id uuid primary key,
  number    text not null
);
