-- Runs on H2 and on PostgreSQL. ${id} is text that is compared byte by byte.

-- One row: whoever writes alerts takes a range of it and holds it until the commit, so that seq is the order of commits.
CREATE TABLE arrival (
    id       INT PRIMARY KEY,
    last_seq BIGINT NOT NULL
);
INSERT INTO arrival (id, last_seq) VALUES (1, 0);

-- What many alerts share: some hundreds. What is rare is found by the heads of its kinds, in order, however the kinds are mixed.
CREATE TABLE alert_kind (
    kind_no      INT PRIMARY KEY,
    rule_code    ${id} NOT NULL,
    rule_version INT NOT NULL,
    level        INT NOT NULL,
    severity     ${id} NOT NULL,
    status       ${id} NOT NULL
);

-- Narrow, for it is scanned: what is only read for a single alert is in alert_record.
CREATE TABLE alert (
    alert_no        BIGINT PRIMARY KEY,
    alert_id        ${id} NOT NULL,
    seq             BIGINT NOT NULL,
    kind_no         INT NOT NULL,
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
CREATE INDEX alert_by_kind ON alert (kind_no, desk_state, raised_at, alert_no);
CREATE INDEX alert_by_subject ON alert (subject_id, raised_at, alert_no);

-- The record as it stands on the topic, byte by byte; the reason is in it.
CREATE TABLE alert_record (
    alert_no BIGINT PRIMARY KEY,
    json     ${bytes} NOT NULL
);

-- The other ids of an alert: orders, complaints, cases.
CREATE TABLE alert_key (
    key_value ${id} NOT NULL,
    alert_no  BIGINT NOT NULL,
    PRIMARY KEY (alert_no, key_value)
);
CREATE INDEX alert_key_by_value ON alert_key (key_value, alert_no);

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
