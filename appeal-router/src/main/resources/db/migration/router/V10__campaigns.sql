-- What is remembered of each letter, so that others about the same matter are found. Nothing that it says can be read
-- out of this.
create sequence letter_id;
create table letter (
  id        bigint primary key, -- of the sequence
  appeal_id uuid   not null unique,
  applicant bigint not null,    -- the same for everybody of this kind and name
  exemplar  bigint,             -- the earlier letter that it is like; null where it was like none
  signature bytea  not null
);
create index letter_exemplar on letter (exemplar, id) where exemplar is not null;

-- Where to look for letters like another one: those that were like none before them, by parts of their signatures; and
-- every letter by its applicant.
create table letter_key (
  key       bigint not null,
  letter_id bigint not null,
  primary key (key, letter_id)
);

-- Letters that others are like, and the matter that each is of: a matter has the number of its first letter, and its
-- other columns stand in that letter's row.
create table exemplar (
  letter_id      bigint   primary key,
  appeal_id      uuid     not null,
  matter         bigint   not null,
  voices         bigint[] not null, -- different applicants, until they are enough to make it a campaign
  campaign_since timestamptz        -- null where it is none
);
create unique index exemplar_appeal on exemplar (appeal_id);
create index exemplar_matter on exemplar (matter);
