package org.cdfgateway.domain.scan;

import java.util.List;
import java.util.stream.Collectors;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.ValueOrder;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A condition on the rows of one table, simple enough to be handed to CDF. Whoever asked for the scan checks its rows
 * again, so a reader may ignore any part of it, but must never drop a row for which it holds. A comparison with a null
 * column does not hold.
 *
 * <p>{@code toString} is how EXPLAIN shows it.
 */
public sealed interface Predicate {

    /** Holds for every row. */
    static Predicate all() {
        return new And(List.of());
    }

    /** Holds for no row. */
    static Predicate none() {
        return new Or(List.of());
    }

    /** Whether the condition holds for a row that has all columns of {@code table} in the order of its definition. */
    boolean matches(TableDefinition table, Row row);

    /** The operands of a top-level AND, else this alone. */
    default List<Predicate> conjuncts() {
        return this instanceof And and ? and.operands() : List.of(this);
    }

    /** All operands hold; true when there are none. */
    record And(List<Predicate> operands) implements Predicate {
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean matches(TableDefinition table, Row row) {
            return operands.stream().allMatch(operand -> operand.matches(table, row));
        }

        @Override
        public String toString() {
            return operands.isEmpty()
                    ? "true"
                    : operands.stream().map(Predicate::toString).collect(Collectors.joining(" AND ", "(", ")"));
        }
    }

    /** At least one operand holds; false when there are none. */
    record Or(List<Predicate> operands) implements Predicate {
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean matches(TableDefinition table, Row row) {
            return operands.stream().anyMatch(operand -> operand.matches(table, row));
        }

        @Override
        public String toString() {
            return operands.isEmpty()
                    ? "false"
                    : operands.stream().map(Predicate::toString).collect(Collectors.joining(" OR ", "(", ")"));
        }
    }

    /** The column compared with a non-null constant of the column's family. */
    record Comparison(Column column, ComparisonOperator operator, Object constant) implements Predicate {
        @Override
        public boolean matches(TableDefinition table, Row row) {
            Object value = row.value(table.position(column.name()).orElseThrow());
            return value != null && operator.holds(ValueOrder.compare(column.family(), value, constant));
        }

        @Override
        public String toString() {
            return column.name() + " " + operator.symbol() + " " + constant;
        }
    }

    /** The column equals one of the constants, which are distinct, non-null and of the column's family. */
    record In(Column column, List<Object> constants) implements Predicate {
        public In {
            constants = List.copyOf(constants);
        }

        @Override
        public boolean matches(TableDefinition table, Row row) {
            Object value = row.value(table.position(column.name()).orElseThrow());
            return value != null
                    && constants.stream()
                            .anyMatch(constant -> ValueOrder.compare(column.family(), value, constant) == 0);
        }

        @Override
        public String toString() {
            return column.name() + " IN "
                    + constants.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    record IsNull(Column column) implements Predicate {
        @Override
        public boolean matches(TableDefinition table, Row row) {
            return row.value(table.position(column.name()).orElseThrow()) == null;
        }

        @Override
        public String toString() {
            return column.name() + " IS NULL";
        }
    }

    record IsNotNull(Column column) implements Predicate {
        @Override
        public boolean matches(TableDefinition table, Row row) {
            return row.value(table.position(column.name()).orElseThrow()) != null;
        }

        @Override
        public String toString() {
            return column.name() + " IS NOT NULL";
        }
    }
}
