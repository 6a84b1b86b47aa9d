package org.cdfgateway.cdf.check;

import java.util.Set;
import java.util.TreeSet;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** A text that is one of a few words. */
public record ChoiceRule(int position, Column column, Set<String> choices, boolean ignoresCase) implements RowCheck {

    public static ChoiceRule of(TableDefinition table, String column, Set<String> choices) {
        return new ChoiceRule(table.position(column).orElseThrow(), table.column(column), choices, false);
    }

    public static ChoiceRule ignoringCase(TableDefinition table, String column, Set<String> choices) {
        return new ChoiceRule(table.position(column).orElseThrow(), table.column(column), choices, true);
    }

    @Override
    public void check(Row row) {
        if (row.value(position) instanceof String text && !isChoice(text)) {
            throw RowCheck.refused(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    column,
                    "\"" + text + "\"",
                    "one of " + String.join(", ", new TreeSet<>(choices)));
        }
    }

    private boolean isChoice(String text) {
        return ignoresCase ? choices.stream().anyMatch(text::equalsIgnoreCase) : choices.contains(text);
    }
}
