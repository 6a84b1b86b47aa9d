package org.cdfgateway.sql.remote.compute;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.TextInput;
import org.cdfgateway.sql.expression.ValueType;
import org.cdfgateway.sql.remote.statement.RowCondition;
import org.jspecify.annotations.Nullable;

/** Picks the rows for which a condition is true. PostgreSQL sees only those that pass what is evaluated here. */
public record ConditionCheck(TableDefinition table, RowCondition condition, RowComputation computation) {

    /** @param rows with all columns of the table, perhaps followed by others */
    public List<Row> passing(List<Row> rows) {
        List<Row> known = rows.stream().filter(condition.known()::holds).toList();
        if (condition.computed().isEmpty() || known.isEmpty()) {
            return known;
        }
        List<List<@Nullable String>> computed = computation.compute(table, condition.computed(), known);
        List<Row> passing = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            if (computed.get(i).stream().allMatch(ConditionCheck::isTrue)) {
                passing.add(known.get(i));
            }
        }
        return passing;
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && TextInput.parse(ValueType.BOOLEAN, value).equals(true);
    }
}
