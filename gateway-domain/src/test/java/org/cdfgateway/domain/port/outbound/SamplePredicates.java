package org.cdfgateway.domain.port.outbound;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/** Predicates that hold for a given row, over every column and in several shapes. */
final class SamplePredicates {

    private SamplePredicates() {}

    static List<Predicate> of(TableDefinition table, Row row) {
        List<Predicate> leaves = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            Object value = row.value(i);
            leaves.add(value == null ? new Predicate.IsNull(column) : new Predicate.IsNotNull(column));
            if (value != null && isOrdered(column.family())) {
                leaves.add(new Predicate.Comparison(column, ComparisonOperator.EQUAL, value));
                leaves.add(new Predicate.Comparison(column, ComparisonOperator.LESS_OR_EQUAL, value));
                leaves.add(new Predicate.Comparison(column, ComparisonOperator.GREATER_OR_EQUAL, value));
                leaves.add(new Predicate.In(column, List.of(value)));
            }
        }
        List<Predicate> predicates = new ArrayList<>(leaves);
        predicates.add(new Predicate.And(leaves));
        predicates.add(new Predicate.Or(leaves));
        predicates.add(new Predicate.Or(List.of(Predicate.none(), leaves.get(leaves.size() - 1))));
        predicates.add(Predicate.all());
        return predicates;
    }

    private static boolean isOrdered(ColumnType family) {
        return switch (family) {
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA, TIMESTAMPTZ -> true;
            case JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> false;
        };
    }
}
