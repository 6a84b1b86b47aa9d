package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.write.RowKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by their keys, for DELETE ... RETURNING of rows one by one. A read takes along the rows that will be asked
 * for next. Belongs to the session's thread.
 */
public final class RowsByKey {
    private final CdfAccess access;
    private final RunningCall call;
    private final Map<RowKey, Row> ahead = new HashMap<>();
    private @Nullable TableName table;
    private Set<Column> columns = Set.of();

    public RowsByKey(CdfAccess access, RunningCall call) {
        this.access = access;
        this.call = call;
    }

    /**
     * The row as CDF holds it; empty when it does not exist.
     *
     * @param needed the columns that are looked at
     * @param following keys that will be asked for next, of the same kind
     */
    Optional<Row> find(TableAdapter adapter, RowKey key, Set<Column> needed, List<RowKey> following) {
        boolean fits = adapter.table().id().equals(table) && columns.containsAll(needed);
        Row known = fits ? ahead.remove(key) : null;
        if (known != null) {
            return Optional.of(known);
        }
        List<RowKey> keys = new ArrayList<>(following);
        keys.add(key);
        read(adapter, keys, needed);
        return Optional.ofNullable(ahead.remove(key));
    }

    /** Forgets what was read. */
    public void clear() {
        ahead.clear();
    }

    private void read(TableAdapter adapter, List<RowKey> keys, Set<Column> needed) {
        TableDefinition definition = adapter.table();
        Set<Column> withKeys = new HashSet<>(needed);
        withKeys.addAll(RowKeys.columns(definition));
        ahead.clear();
        table = definition.id();
        columns = needed;
        try (RowReader reader = adapter.read(new Scan(definition, withKeys, predicate(keys)), access)) {
            RowBatch batch;
            while ((batch = call.onCancel(reader::close, reader::next)) != null) {
                for (Row row : batch.rows()) {
                    RowKeys.of(keys.get(0).key(), definition, row).ifPresent(found -> ahead.put(found, row));
                }
            }
        }
    }

    private static Predicate predicate(List<RowKey> keys) {
        List<Column> key = keys.get(0).key().columns();
        if (key.size() == 1) {
            return new Predicate.In(
                    key.get(0), keys.stream().map(each -> each.values().get(0)).toList());
        }
        return new Predicate.Or(keys.stream().map(RowsByKey::equality).toList());
    }

    private static Predicate equality(RowKey key) {
        return new Predicate.And(key.key().columns().stream()
                .<Predicate>map(column -> new Predicate.Comparison(column, ComparisonOperator.EQUAL, key.value(column)))
                .toList());
    }
}
