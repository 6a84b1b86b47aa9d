package org.cdfgateway.domain.port.inbound;

import java.util.List;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.migration.LegacyTables;
import org.cdfgateway.domain.migration.MigrationGuide;
import org.cdfgateway.domain.migration.TableMigration;

/**
 * What carries SQL of version 1.0 to 2.0: the guide for people who read, the derived tables for code that rewrites.
 * Immutable; any thread.
 *
 * @param guide the migration guide's rows, table by table in its order
 * @param legacyTables the tables of 1.0 with what became of their columns
 */
public record VersionMapping(List<TableMigration> guide, List<LegacyTable> legacyTables) {

    /** The mapping of the product's migration guide. */
    public static final VersionMapping PRODUCT = new VersionMapping(MigrationGuide.TABLES, LegacyTables.ALL);

    public VersionMapping {
        guide = List.copyOf(guide);
        legacyTables = List.copyOf(legacyTables);
    }
}
