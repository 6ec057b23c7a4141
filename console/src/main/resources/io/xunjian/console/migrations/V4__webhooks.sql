-- Not made of any topic: whom to tell is lost with the database.
CREATE TABLE webhook (
    webhook_id   ${id} PRIMARY KEY,
    name         ${id} NOT NULL,
    kind         ${id} NOT NULL,
    -- A bot's address is its password; never given back.
    url          ${text} NOT NULL,
    secret       ${text},
    language     ${id} NOT NULL,
    -- Rule codes with commas between; empty for all.
    rules        ${text} NOT NULL,
    min_severity ${id} NOT NULL,
    enabled      BOOLEAN NOT NULL,
    created_at   BIGINT NOT NULL,
    -- alert.seq up to which everything was sent, or given up.
    sent_seq     BIGINT NOT NULL,
    -- Until when one console has it in hand; others leave it alone.
    claimed_until BIGINT DEFAULT 0 NOT NULL,
    failures     INT DEFAULT 0 NOT NULL,
    retry_at     BIGINT DEFAULT 0 NOT NULL,
    last_error   ${text},
    last_sent_at BIGINT,
    sent_alerts  BIGINT DEFAULT 0 NOT NULL,
    dead_alerts  BIGINT DEFAULT 0 NOT NULL
);
