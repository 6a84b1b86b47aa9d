package org.cdfgateway.sql.remote.write;

import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableName;

/** A kind of change of one table's rows. */
record Operation(TableName table, RowChange change) {

    /** What CDF keeps, in an enumeration: {@code 5 of "assets"}. */
    String kept(long rows) {
        return rows
                + switch (change) {
                    case INSERT -> "";
                    case UPDATE -> " changed";
                    case DELETE -> " deleted";
                }
                + " of \"" + table.name() + "\"";
    }

    /** A sentence for a rollback that cannot undo it, to be followed by the number of rows. */
    String stays() {
        return switch (change) {
            case INSERT ->
                "rows of table \"" + table.name() + "\" that had been sent to CDF before the rollback and stay there: ";
            case UPDATE ->
                "changes of rows of table \"" + table.name()
                        + "\" that had been sent to CDF before the rollback and stay: ";
            case DELETE ->
                "rows of table \"" + table.name()
                        + "\" that had been deleted in CDF before the rollback and stay deleted: ";
        };
    }

    /** A sentence for a rollback at which the answer was missing, to be followed by the number of rows. */
    String doubtful() {
        return switch (change) {
            case INSERT ->
                "rows of table \"" + table.name()
                        + "\" that were on their way to CDF at the rollback and may have been stored: ";
            case UPDATE ->
                "changes of rows of table \"" + table.name()
                        + "\" that were on their way to CDF at the rollback and may have been made: ";
            case DELETE ->
                "rows of table \"" + table.name()
                        + "\" whose deletion was on its way to CDF at the rollback and that may have been deleted: ";
        };
    }
}
