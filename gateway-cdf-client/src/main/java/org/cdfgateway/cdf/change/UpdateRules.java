package org.cdfgateway.cdf.change;

import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.cdfgateway.domain.write.RowUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What an update may set.
 *
 * @param values looks at the new values, in a row where all other columns are null
 */
public record UpdateRules(TableDefinition table, RowCheck values) {

    /** @throws GatewayException GENERATED_ALWAYS, NOT_NULL_VIOLATION and what the check of the values says */
    public void check(RowUpdate update) {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < update.columns().size(); i++) {
            Column column = update.columns().get(i);
            Object value = update.values().value(i);
            check(column, value != null);
            row[table.position(column.name()).orElseThrow()] = value;
        }
        values.check(Row.owning(row));
    }

    private void check(Column column, boolean given) {
        if (!column.writeRule().updatable()) {
            throw new GatewayException(ErrorKind.GENERATED_ALWAYS, "column \"" + column.name() + "\" cannot be updated")
                    .withDetail(
                            column.writeRule() == WriteRule.READ_ONLY
                                    ? "CDF decides it."
                                    : "CDF keeps it as it was when the row was inserted.");
        }
        if (!given && !column.writeRule().clearable()) {
            throw new GatewayException(
                    ErrorKind.NOT_NULL_VIOLATION,
                    "null value in column \"" + column.name() + "\" of relation \"" + table.name()
                            + "\" violates not-null constraint");
        }
    }
}
