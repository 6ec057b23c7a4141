-- Every record of the topic decisions, and what it made of its alert or mute. All of this is made of the topic alone.
CREATE TABLE decision (
    topic_partition INT NOT NULL,
    topic_offset    BIGINT NOT NULL,
    decision_id     ${id} NOT NULL,
    kind            ${id} NOT NULL,
    -- The record's key: an alert's id, or mute:RULE:TYPE:ID.
    target          ${id} NOT NULL,
    alert_id        ${id},
    rule_code       ${id},
    subject_type    ${id},
    subject_id      ${id},
    muted_until     BIGINT,
    decided_by      ${id} NOT NULL,
    decided_at      BIGINT NOT NULL,
    note            ${text},
    outcome         ${id},
    assignee        ${id},
    undoes          ${id},
    -- APPLIED, UNDONE, or NONE: it found nothing to change.
    effect          ${id} NOT NULL,
    -- What stood before, as JSON; null where nothing was changed.
    was_before      ${text},
    PRIMARY KEY (topic_partition, topic_offset)
);
CREATE INDEX decision_by_id ON decision (decision_id);
CREATE INDEX decision_by_target ON decision (target);
CREATE INDEX decision_by_time ON decision (decided_at, topic_partition, topic_offset);

-- What the desk made of an alert, known before the alert itself where the decisions were read first.
CREATE TABLE desk_state (
    alert_id    ${id} PRIMARY KEY,
    state       ${id} NOT NULL,
    assignee    ${id},
    outcome     ${id},
    decided_at  BIGINT,
    -- The decision that made this state; null where all were undone.
    last_change ${id}
);
CREATE INDEX desk_state_by_assignee ON desk_state (assignee);
CREATE INDEX desk_state_by_outcome ON desk_state (outcome);

-- A rule's alerts about a subject that nobody wants to see. muted_until is 0 where that was taken back.
CREATE TABLE mute (
    rule_code    ${id} NOT NULL,
    subject_type ${id} NOT NULL,
    subject_id   ${id} NOT NULL,
    muted_until  BIGINT NOT NULL,
    reason       ${text},
    muted_by     ${id},
    muted_at     BIGINT,
    last_change  ${id},
    PRIMARY KEY (subject_id, rule_code, subject_type)
);
CREATE INDEX mute_by_end ON mute (muted_until);
