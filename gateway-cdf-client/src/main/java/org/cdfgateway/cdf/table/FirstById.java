package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** Lets each item through once, whichever of its keys it was found by. */
final class FirstById implements RowFilter {
    private final int idPosition;
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    FirstById(TableDefinition table) {
        this.idPosition = table.position("id").orElseThrow();
    }

    @Override
    public List<Row> apply(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.value(idPosition) instanceof Long id && seen.add(id))
                .toList();
    }
}
