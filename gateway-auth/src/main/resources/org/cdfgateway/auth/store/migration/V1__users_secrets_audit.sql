-- Times are milliseconds since 1970-01-01 UTC, as in CDF.

CREATE TABLE cdf_gateway.gateway_users (
    username           text    COLLATE "C" PRIMARY KEY CHECK (username ~ '^[a-z][a-z0-9]{0,62}$'),
    project            text    NOT NULL,
    scram_salt         bytea   NOT NULL CHECK (length(scram_salt) >= 16),
    scram_iterations   integer NOT NULL CHECK (scram_iterations >= 4096),
    scram_stored_key   bytea   NOT NULL CHECK (length(scram_stored_key) = 32),
    scram_server_key   bytea   NOT NULL CHECK (length(scram_server_key) = 32),
    session_id         bigint  NOT NULL,
    session_key        bytea   NOT NULL,
    session_key_key_id text    NOT NULL,
    session_due_time   bigint  NOT NULL,
    version            bigint  NOT NULL,
    created_time       bigint  NOT NULL,
    last_updated_time  bigint  NOT NULL
);

CREATE INDEX gateway_users_by_project ON cdf_gateway.gateway_users (project, username);
CREATE INDEX gateway_users_by_due_time ON cdf_gateway.gateway_users (session_due_time);

COMMENT ON COLUMN cdf_gateway.gateway_users.session_key IS 'AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag';
COMMENT ON COLUMN cdf_gateway.gateway_users.session_key_key_id IS 'the encryption key that session_key was encrypted with';
COMMENT ON COLUMN cdf_gateway.gateway_users.session_due_time IS 'when the CDF session is to be extended next, used or not';
COMMENT ON COLUMN cdf_gateway.gateway_users.version IS 'grows by one with each change of the CDF session';

CREATE TABLE cdf_gateway.gateway_secrets (
    name         text   PRIMARY KEY,
    content      bytea  NOT NULL,
    key_id       text   NOT NULL,
    created_time bigint NOT NULL
);

COMMENT ON TABLE cdf_gateway.gateway_secrets IS 'secrets that all gateways on this store share, encrypted';

CREATE TABLE cdf_gateway.audit (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_time bigint NOT NULL,
    actor         text   NOT NULL,
    action        text   NOT NULL,
    project       text   NOT NULL,
    username      text   NOT NULL,
    result        text   NOT NULL
);

CREATE INDEX audit_by_time ON cdf_gateway.audit (recorded_time);

COMMENT ON COLUMN cdf_gateway.audit.actor IS 'subject of the token that asked for it';
COMMENT ON COLUMN cdf_gateway.audit.result IS 'done, or the condition it failed with';
