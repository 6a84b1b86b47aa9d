package org.cdfgateway.cdf.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.cdf.row.JsonShape;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a create call whose answer was lost. Such a call must not be repeated blindly, but where all
 * rows have an external id CDF can be asked for them: if it has none, the call is made again; if it has all of them as
 * they were sent, the rows are accepted. Anything else stays unknown to the gateway, and the failure stands.
 */
final class SettlingInserter implements RowInserter {
    private final RowInserter inserter;
    private final TableDefinition table;
    private final StoredItems items;
    private final Key key;
    private final int keyPosition;

    /** @param inserter accepts a batch as a whole or not at all */
    SettlingInserter(RowInserter inserter, TableDefinition table, StoredItems items) {
        this.inserter = inserter;
        this.table = table;
        this.items = items;
        this.key = new Key(List.of(table.column("external_id")));
        this.keyPosition = table.position("external_id").orElseThrow();
    }

    @Override
    public List<String> operations() {
        return inserter.operations();
    }

    @Override
    public int maxBatchRows() {
        return inserter.maxBatchRows();
    }

    @Override
    public int parallelism() {
        return inserter.parallelism();
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return inserter.dependsOnEarlier(rows);
    }

    @Override
    public boolean refersToOtherTables(Row row) {
        return inserter.refersToOtherTables(row);
    }

    @Override
    public void check(Row row) {
        inserter.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        try {
            return inserter.insert(rows, access);
        } catch (GatewayException e) {
            return settledWhenLost(rows, access, e);
        }
    }

    @Override
    public void insertOnly(List<Row> rows, CdfAccess access) {
        try {
            inserter.insertOnly(rows, access);
        } catch (GatewayException e) {
            settledWhenLost(rows, access, e);
        }
    }

    private List<Row> settledWhenLost(List<Row> rows, CdfAccess access, GatewayException failure) {
        if (failure.kind() != ErrorKind.IO_ERROR || !rows.stream().allMatch(this::isFindable)) {
            throw failure;
        }
        return settled(rows, access, failure);
    }

    private boolean isFindable(Row row) {
        return row.value(keyPosition) instanceof String externalId && StoredItems.isPossible(keyOf(externalId));
    }

    private RowKey keyOf(Object externalId) {
        return new RowKey(key, List.of(externalId));
    }

    private List<Row> settled(List<Row> rows, CdfAccess access, GatewayException failure) {
        Map<Object, Row> found = new HashMap<>();
        try {
            List<RowKey> keys = rows.stream()
                    .map(row -> keyOf(Objects.requireNonNull(row.value(keyPosition))))
                    .distinct()
                    .toList();
            items.find(keys, Set.copyOf(table.columns()), access)
                    .forEach(row -> found.put(Objects.requireNonNull(row.value(keyPosition)), row));
        } catch (GatewayException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        if (found.isEmpty()) {
            return inserter.insert(rows, access);
        }
        List<Optional<Row>> stored = rows.stream()
                .map(row -> Optional.ofNullable(found.get(row.value(keyPosition)))
                        .filter(candidate -> isAsSent(row, candidate)))
                .toList();
        if (stored.contains(Optional.<Row>empty())) {
            throw failure;
        }
        return stored.stream().flatMap(Optional::stream).toList();
    }

    private boolean isAsSent(Row sent, Row stored) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = sent.value(i);
            if (value != null && !isSame(columns.get(i), value, stored.value(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Column column, Object sent, @Nullable Object stored) {
        if (stored == null) {
            return false;
        }
        return switch (column.family()) {
            case JSON -> JsonShape.isSame((String) sent, (String) stored);
            case TIMESTAMPTZ -> EpochTime.toMillis((Long) sent) == EpochTime.toMillis((Long) stored);
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA -> sent.equals(stored);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> sent.equals(stored);
        };
    }
}
