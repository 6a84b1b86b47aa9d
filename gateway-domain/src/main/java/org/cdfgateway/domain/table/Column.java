package org.cdfgateway.domain.table;

import java.util.Set;

/**
 * One column of a resource table.
 *
 * @param name SQL name, snake_case of the CDF field where there is one
 * @param cdfField the field's name in CDF's JSON
 * @param comment one sentence for {@code COMMENT ON COLUMN}
 * @param nullElements whether the arrays it stores may hold nulls
 */
public record Column(
        String name,
        SqlType type,
        String cdfField,
        WriteRule writeRule,
        Set<Pushable> pushables,
        String comment,
        boolean nullElements) {

    public Column {
        pushables = Set.copyOf(pushables);
    }

    public ColumnType family() {
        return type.family();
    }

    public boolean answers(Pushable pushable) {
        return pushables.contains(pushable);
    }
}
