package org.cdfgateway.sql.remote;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;

/** The adapters of a session's tables. Immutable. */
final class Adapters {
    private final Map<String, TableAdapter> byTable;

    Adapters(Collection<TableAdapter> adapters) {
        byTable = adapters.stream()
                .collect(Collectors.toUnmodifiableMap(adapter -> adapter.table().name(), Function.identity()));
    }

    /** @throws IllegalArgumentException for a table that no adapter serves */
    TableAdapter of(TableDefinition table) {
        TableAdapter adapter = byTable.get(table.name());
        if (adapter == null) {
            throw new IllegalArgumentException("no adapter for table " + table.name());
        }
        return adapter;
    }
}
