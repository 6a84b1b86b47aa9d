ALTER TABLE cdf_gateway.audit ADD COLUMN detail text NOT NULL DEFAULT '';

CREATE INDEX audit_by_username ON cdf_gateway.audit (username, id);

COMMENT ON COLUMN cdf_gateway.audit.actor IS 'subject of the token that asked for it, or user of the operating system';
COMMENT ON COLUMN cdf_gateway.audit.detail IS 'why it failed, or what else there is to know';
