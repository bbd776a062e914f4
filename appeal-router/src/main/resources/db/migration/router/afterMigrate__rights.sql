-- What the service may do, where it has a role of its own beside the owner of the schema: the role whose name is the
-- owner's with _service behind it. Everything but the schema, and of the journal nothing but reading it and adding to it.
-- Runs at the end of every migration, so that new tables are included.
do $$
declare
  service text := current_user || '_service';
begin
  if exists (select from pg_roles where rolname = service) then
    -- Two routers that start at once would otherwise get into each other's way.
    perform pg_advisory_xact_lock(hashtext('rights of ' || service));
    execute format('grant usage on schema public to %I', service);
    execute format('grant select, insert, update, delete on all tables in schema public to %I', service);
    execute format('grant usage, select on all sequences in schema public to %I', service);
    execute format('revoke update, delete, truncate on case_event, journal_start from %I', service);
    execute format('revoke insert on journal_start from %I', service);
    execute format('revoke all on flyway_schema_history from %I', service);
  end if;
end
$$;
