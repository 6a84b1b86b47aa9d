package org.cdfgateway.sql;

import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.migrate.Catalog;
import org.cdfgateway.sql.migrate.MigratedSql;
import org.cdfgateway.sql.migrate.ScriptMigration;

/**
 * Rewrites SQL that was written for version 1.0 of the product so that it does the same in 2.0. Only names that mean a
 * table of 1.0, or a column of one, are replaced; formatting, comments and everything else stay as they are. Columns of a
 * result keep their names. SQL for 2.0 comes back as it is. Immutable; any thread.
 */
public final class SqlMigration {
    private final Catalog catalog;

    public SqlMigration(VersionMapping mapping) {
        this.catalog = new Catalog(mapping);
    }

    /** Rewrites a text of any number of statements: a file for psql, or what a program sends. Never fails. */
    public MigratedSql migrate(String sql) {
        return new ScriptMigration(catalog, sql).migrate();
    }
}
