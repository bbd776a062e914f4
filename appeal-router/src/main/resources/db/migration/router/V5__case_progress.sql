-- How far a case has come, beyond its state: its rule set, the generation of its deadline, the timer
-- that it waits for, the committees that passed it on.
alter table appeal_case add column progress json not null
  default '{"rules":"59-fz.2006","generation":1,"waitsFor":"ANSWER_DUE_IN_3_DAYS","passedOnBy":[]}';

-- The rule sets under which cases may have been registered, as they read then.
create table rule_set (
  id      text primary key,
  rules   json not null,
  kept_at timestamptz not null default now()
);
