ALTER TABLE cdf_gateway.gateway_users ADD COLUMN tables_version bigint NOT NULL DEFAULT 0;

COMMENT ON COLUMN cdf_gateway.gateway_users.tables_version IS 'grows by one with each change of the user''s custom tables';

CREATE TABLE cdf_gateway.custom_tables (
    username     text    COLLATE "C" NOT NULL REFERENCES cdf_gateway.gateway_users ON DELETE CASCADE,
    name         text    COLLATE "C" NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 63),
    definition   text    NOT NULL,
    relations    integer NOT NULL CHECK (relations >= 1),
    created_time bigint  NOT NULL,
    PRIMARY KEY (username, name)
);

COMMENT ON COLUMN cdf_gateway.custom_tables.definition IS 'JSON, with the version of its form';
COMMENT ON COLUMN cdf_gateway.custom_tables.relations IS 'how many tables it is in SQL: one for each view of a data model';
