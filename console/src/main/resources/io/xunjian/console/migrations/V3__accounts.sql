-- Not made of any topic: who may sign in is lost with the database.
CREATE TABLE account (
    name          ${id} PRIMARY KEY,
    role          ${id} NOT NULL,
    -- Null where a proxy signs in: no password fits.
    password_hash ${id},
    disabled      BOOLEAN DEFAULT FALSE NOT NULL,
    created_at    BIGINT NOT NULL,
    signed_in_at  BIGINT
);

CREATE TABLE signed_in (
    -- SHA-256 of the token: who reads this table cannot sign in with it.
    token_hash ${id} PRIMARY KEY,
    name       ${id} NOT NULL,
    started_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL
);
CREATE INDEX signed_in_by_name ON signed_in (name);
