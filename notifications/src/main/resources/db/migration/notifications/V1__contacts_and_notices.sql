-- One row for each appeal this service has heard of. Holds ids only, and stays: it is what keeps an
-- erased contact from coming back with a redelivered record.
create table recipient (
    appeal_id   uuid primary key,
    body_digest text,                       -- of the submission that was registered; null until that is known
    version     integer not null default 0, -- how far the case's status was followed
    closed_at   timestamptz,                -- answered or withdrawn
    erased_at   timestamptz
);

create index recipient_closed on recipient (closed_at) where closed_at is not null and erased_at is null;

-- The sealed boxes, as they came. Two only while it is not known which submission was registered.
create table contact (
    appeal_id   uuid        not null references recipient,
    body_digest text        not null,
    key_id      text        not null,
    box         text        not null,
    received_at timestamptz not null,
    primary key (appeal_id, body_digest)
);

create index contact_received on contact (received_at);

-- The delivery ledger: each notice, written before it is sent.
create table notice (
    notice_id        uuid primary key,      -- derived from the event and the medium
    appeal_id        uuid        not null references recipient,
    kind             text        not null,
    medium           text        not null,
    version          integer     not null,
    idx              integer     not null,
    summary          text        not null,  -- the case as JSON, as the event carried it
    answer           text,                  -- gone once it is decided
    answered_by      text,
    traceparent      text,
    state            text        not null default 'PLANNED'
        check (state in ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'SUPPRESSED')),
    attempts         integer     not null default 0,
    next_attempt_at  timestamptz,           -- null while it waits for its contact or for an earlier notice
    first_attempt_at timestamptz,
    claim            uuid,                  -- of the latest attempt
    claimed_by       text,
    leased_until     timestamptz,
    smtp_status      integer     not null default 0,
    problem          text,
    created_at       timestamptz not null default now(),
    decided_at       timestamptz,
    alerted_at       timestamptz
);

create index notice_due on notice (next_attempt_at) where state = 'PLANNED' and next_attempt_at is not null;
create index notice_waiting on notice (created_at) where state = 'PLANNED' and next_attempt_at is null;
create index notice_sending on notice (leased_until) where state = 'SENDING';
create index notice_of_appeal on notice (appeal_id, version, idx);
create index notice_to_act_on on notice (created_at) where state in ('UNKNOWN', 'FAILED');
create index notice_with_problem on notice (created_at) where state = 'PLANNED' and problem is not null;

-- What was, or is yet to be, said on notifications.delivery.v1.
create table outcome (
    event_id     uuid primary key,          -- derived from the notice and the outcome
    seq          bigint generated always as identity,
    notice_id    uuid        not null references notice,
    outcome      text        not null,
    at           timestamptz not null,
    smtp_status  integer     not null,
    reason       text,
    published_at timestamptz
);

create index outcome_unpublished on outcome (seq) where published_at is null;
create index outcome_of_notice on outcome (notice_id);

-- Who settled what, and why.
create table operator_act (
    id        bigint generated always as identity primary key,
    notice_id uuid        not null references notice,
    act       text        not null,
    actor     text        not null,
    reason    text        not null,
    at        timestamptz not null default now()
);
