package org.cdfgateway.cdf.view;

import java.util.List;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;

/**
 * The properties that INSERT sends: those with a value, so that an instance that exists keeps its others. A row without
 * any sends one null, because an instance without a property is in no view.
 */
record InsertedProperties(ViewTable table) implements AppliedInstances.PropertyChoice, RowCheck {

    @Override
    public List<ViewTable.PropertyColumn> of(Row row) {
        List<ViewTable.PropertyColumn> given = table.properties().stream()
                .filter(each -> row.value(each.position()) != null)
                .toList();
        return given.isEmpty()
                ? table.properties().stream()
                        .filter(each -> each.column().writeRule().clearable())
                        .limit(1)
                        .toList()
                : given;
    }

    @Override
    public void check(Row row) {
        if (of(row).isEmpty() && !table.properties().isEmpty()) {
            throw new GatewayException(
                    ErrorKind.NOT_NULL_VIOLATION,
                    "null value in column \""
                            + table.properties().get(0).column().name() + "\" of relation \""
                            + table.definition().name() + "\" violates not-null constraint");
        }
    }
}
