-- Of each rule the file that live jobs took last. Made of the topic rules-in-force.
CREATE TABLE rule_in_force (
    rule_code    ${id} PRIMARY KEY,
    file         ${text} NOT NULL,
    published_at BIGINT NOT NULL
);
