ALTER TABLE cdf_gateway.gateway_users
    ALTER COLUMN session_id DROP NOT NULL,
    ADD COLUMN token_uri text,
    ADD COLUMN client_id text,
    ADD COLUMN scopes    text,
    ADD CONSTRAINT session_or_client CHECK (
        (session_id IS NOT NULL AND token_uri IS NULL AND client_id IS NULL AND scopes IS NULL)
        OR (session_id IS NULL AND token_uri IS NOT NULL AND client_id IS NOT NULL AND scopes IS NOT NULL));

COMMENT ON COLUMN cdf_gateway.gateway_users.session_id IS 'the CDF session it works with; null for a client';
COMMENT ON COLUMN cdf_gateway.gateway_users.token_uri IS 'where a client gets its tokens; null for a CDF session';
COMMENT ON COLUMN cdf_gateway.gateway_users.session_key IS
    'the session''s key or the client''s secret; AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag';
