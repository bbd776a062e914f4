-- What residents see of their appeals. Rows are facts that never change: written once, however often and in whatever
-- order their events come. What stands is read from the fact with the highest (version, index).
create table tracking_event (
  appeal_id           uuid        not null,
  version             integer     not null,
  index               integer     not null,
  kind                text        not null,
  at                  timestamptz not null,
  status              text        not null,
  registration_number text        not null,
  committee           text,
  registered_at       timestamptz not null,
  due_at              timestamptz not null,
  due_at_ru           text        not null,
  due_at_en           text        not null,
  body_digest         text,
  answer              text,
  answered_by         text,
  primary key (appeal_id, version, index, kind)
);

create table tracking_notice (
  appeal_id uuid        not null,
  notice_id text        not null,
  outcome   text        not null,
  kind      text        not null,
  at        timestamptz not null,
  primary key (appeal_id, notice_id, outcome)
);
