package org.cdfgateway.cdf.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** Whether rows refer to rows that an earlier request may create. */
@FunctionalInterface
interface RowDependency {
    RowDependency NONE = rows -> false;

    /** Rows refer to rows of other tables only. */
    RowDependency OTHER_TABLES = new RowDependency() {
        @Override
        public boolean onEarlier(List<Row> rows) {
            return false;
        }

        @Override
        public boolean onOtherTables(Row row) {
            return true;
        }
    };

    boolean onEarlier(List<Row> rows);

    /** Whether the row may refer to rows of other tables, by a key that the client chooses. */
    default boolean onOtherTables(Row row) {
        return false;
    }

    /**
     * Assets name their parents by external id, and one request may hold both, in any order; they name labels by external
     * id, too.
     */
    static RowDependency ofAssets(TableDefinition assets) {
        int externalId = assets.position("external_id").orElseThrow();
        int parentExternalId = assets.position("parent_external_id").orElseThrow();
        int labels = assets.position("labels").orElseThrow();
        return new RowDependency() {
            @Override
            public boolean onEarlier(List<Row> rows) {
                Set<Object> created = new HashSet<>();
                for (Row row : rows) {
                    Object key = row.value(externalId);
                    if (key != null) {
                        created.add(key);
                    }
                }
                return rows.stream()
                        .map(row -> row.value(parentExternalId))
                        .anyMatch(parent -> parent != null && !created.contains(parent));
            }

            @Override
            public boolean onOtherTables(Row row) {
                return row.value(labels) != null;
            }
        };
    }
}
