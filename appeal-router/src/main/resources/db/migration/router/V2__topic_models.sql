-- The models that this installation was offered, with what became of each. Without a live one, the model that comes with
-- the router runs.
create table topic_model (
  id         bigint generated always as identity primary key,
  version    text        not null,
  model      bytea       not null,
  card       json        not null, -- how it was made and what it reached on texts it had not seen
  topics     text[]      not null,
  role       text        not null check (role in ('LIVE', 'SHADOW')), -- what it was offered as
  forced     boolean     not null, -- taken even where it is worse than what runs
  state      text        not null check (state in ('OFFERED', 'LIVE', 'SHADOW', 'RETIRED', 'REFUSED')),
  reason     text,
  offered_by text        not null,
  offered_at timestamptz not null default now(),
  settled_at timestamptz
);
create unique index topic_model_standing on topic_model (state) where state in ('LIVE', 'SHADOW');
create index topic_model_offered on topic_model (id) where state = 'OFFERED';

-- Where a shadow model would have sent an appeal elsewhere. Holds nothing that the resident wrote.
create table shadow_disagreement (
  appeal_id          uuid             not null,
  shadow_version     text             not null,
  shadow_committee   text             not null,
  shadow_probability double precision not null,
  live_version       text             not null,
  live_committee     text             not null,
  live_probability   double precision not null,
  at                 timestamptz      not null,
  primary key (shadow_version, appeal_id)
);
