-- Runs on H2 and on PostgreSQL. ${id} is text that is compared byte by byte.

-- One row: whoever writes alerts takes a range of it and holds it until the commit, so that seq is the order of commits.
CREATE TABLE arrival (
    id       INT PRIMARY KEY,
    last_seq BIGINT NOT NULL
);
INSERT INTO arrival (id, last_seq) VALUES (1, 0);

-- Narrow, for it is scanned: what is only read for a single alert is in alert_record.
CREATE TABLE alert (
    alert_no        BIGINT PRIMARY KEY,
    alert_id        ${id} NOT NULL,
    seq             BIGINT NOT NULL,
    rule_code       ${id} NOT NULL,
    rule_version    INT NOT NULL,
    subject_type    ${id} NOT NULL,
    subject_id      ${id} NOT NULL,
    level           INT NOT NULL,
    severity        ${id} NOT NULL,
    status          ${id} NOT NULL,
    raised_at       BIGINT NOT NULL,
    cured_at        BIGINT,
    topic_partition INT NOT NULL,
    topic_offset    BIGINT NOT NULL,
    first_seen_at   BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    -- Written by the desk alone.
    desk_state      ${id} DEFAULT 'NEW' NOT NULL,
    assignee        ${id},
    outcome         ${id},
    muted_until     BIGINT DEFAULT 0 NOT NULL,
    decided_at      BIGINT
);
CREATE UNIQUE INDEX alert_by_id ON alert (alert_id);
CREATE UNIQUE INDEX alert_by_arrival ON alert (seq);
CREATE INDEX alert_by_time ON alert (raised_at, alert_no);
CREATE INDEX alert_by_rule ON alert (rule_code, raised_at, alert_no);
CREATE INDEX alert_by_subject ON alert (subject_id, raised_at, alert_no);
CREATE INDEX alert_by_desk ON alert (desk_state, raised_at, alert_no);
CREATE INDEX alert_by_assignee ON alert (assignee, raised_at, alert_no);
CREATE INDEX alert_by_mute ON alert (muted_until);

-- The record as it stands on the topic; the reason is in it.
CREATE TABLE alert_record (
    alert_no BIGINT PRIMARY KEY,
    json     ${text} NOT NULL
);

-- The other ids of an alert: orders, complaints, cases.
CREATE TABLE alert_key (
    key_value ${id} NOT NULL,
    alert_no  BIGINT NOT NULL,
    PRIMARY KEY (key_value, alert_no)
);

-- What an alert was before its newest state, which is in alert.
CREATE TABLE alert_history (
    alert_no        BIGINT NOT NULL,
    seq             BIGINT NOT NULL,
    status          ${id} NOT NULL,
    level           INT NOT NULL,
    severity        ${id} NOT NULL,
    at              BIGINT NOT NULL,
    topic_partition INT NOT NULL,
    topic_offset    BIGINT NOT NULL,
    PRIMARY KEY (alert_no, seq)
);

-- Which topic this database was filled from: one made anew under the same name has another id.
CREATE TABLE topic_identity (
    topic    ${id} PRIMARY KEY,
    topic_id ${id} NOT NULL
);

CREATE TABLE topic_offset (
    topic           ${id} NOT NULL,
    topic_partition INT NOT NULL,
    next_offset     BIGINT NOT NULL,
    PRIMARY KEY (topic, topic_partition)
);

CREATE TABLE unreadable (
    topic           ${id} NOT NULL,
    topic_partition INT NOT NULL,
    topic_offset    BIGINT NOT NULL,
    reason          ${text} NOT NULL,
    PRIMARY KEY (topic, topic_partition, topic_offset)
);
