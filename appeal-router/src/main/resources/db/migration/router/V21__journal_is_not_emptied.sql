-- A trigger for each row sees no truncation. Whoever must empty the journal, as in a test, says so first.
create function keep_journal() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger keep_journal before truncate on case_event
  for each statement execute function keep_journal();
