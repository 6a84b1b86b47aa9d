package org.cdfgateway.cdf.raw;

import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.filter.CdfLimits;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** Names in RAW (reference/cdf-api-data.md section 10.1). They are parts of paths, which cannot hold every text. */
enum RawNames {
    DATABASE(32),
    TABLE(64),
    KEY(1_024);

    private final int maxCharacters;

    RawNames(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Whether something can have this name at all. */
    boolean isPossible(String name) {
        return !name.isEmpty() && CdfLimits.characters(name) <= maxCharacters;
    }

    /** Whether the name survives as a part of a path: dots mean directories there, however they are encoded. */
    static boolean isAddressable(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..");
    }

    /** Checks the column of that name in a row that is to be written. */
    RowCheck check(TableDefinition table, String columnName) {
        int position = table.position(columnName).orElseThrow();
        Column column = table.column(columnName);
        return (Row row) -> {
            if (row.value(position) instanceof String name) {
                check(column, name);
            }
        };
    }

    /** @throws GatewayException INVALID_PARAMETER_VALUE when the value of the column cannot be a name of this kind */
    void check(Column column, String name) {
        if (!(isPossible(name) && (this == KEY || isAddressable(name)))) {
            throw RowCheck.refused(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    column,
                    "\"" + name + "\"",
                    "1 to " + maxCharacters + " characters, not \".\" or \"..\"");
        }
    }
}
