-- The journal of a case becomes a chain: each entry's digest covers the one before it. What an entry says of people, in
-- names and texts, is covered by a salted digest that stays when text and salt are erased. How the digests are made
-- stands in JournalDigest.
--
-- Entries from before have no digest and stay as they are. The chain of such a case begins with its next entry.
alter table case_event
  add column party         text,  -- whose record brought it about: RESIDENT, ROUTER, OPERATOR or a committee's slug
  add column seen          int,   -- the version that a committee's member saw when acting
  add column actor         text,  -- the name of the person who acted, in the words of the committee
  add column actor_salt    bytea,
  add column actor_digest  bytea, -- in the place of both once they are erased
  add column texts         json,  -- what people wrote
  add column texts_salt    bytea,
  add column texts_digest  bytea, -- in the place of both once they are erased
  add column digest        bytea;

-- What a person does at the database comes from no record.
alter table case_event alter column stream_id drop not null, alter column off drop not null;

-- What the resident wrote is covered by the digest of the registration.
alter table appeal_content
  add column salt          bytea,
  add column digest        bytea; -- in the place of the salt once the content is erased

-- The digest of the case's last entry.
alter table appeal_case add column journal_head bytea;

-- Entries without a digest are from before this moment.
create table journal_start (at timestamptz not null);
insert into journal_start values (now());

-- For everybody, the owner included: an entry stays, and of its names and texts nothing can become of them but nothing.
create function keep_journal_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.appeal_id, new.version, new.idx, new.type, new.at, new.stream_id, new.off, new.party, new.seen, new.digest)
      is not distinct from
      (old.appeal_id, old.version, old.idx, old.type, old.at, old.stream_id, old.off, old.party, old.seen, old.digest)
    and (new.facts::text = old.facts::text or old.digest is null)
    and (new.actor is null or new.actor = old.actor)
    and (new.texts is null or new.texts::text = old.texts::text)
  then
    return new;
  end if;
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_journal_entry before update or delete on case_event
  for each row execute function keep_journal_entry();
