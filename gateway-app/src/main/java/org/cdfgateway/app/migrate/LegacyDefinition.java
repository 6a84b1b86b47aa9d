package org.cdfgateway.app.migrate;

import java.util.List;
import java.util.Optional;

/** A custom table as 1.0 kept it (reference/postgres-gateway.md section 3.3). */
record LegacyDefinition(
        String destination,
        String name,
        List<String> columns,
        Optional<String> primaryKey,
        String database,
        String table) {

    LegacyDefinition {
        columns = List.copyOf(columns);
    }
}
