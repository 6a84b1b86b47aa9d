package org.cdfgateway.sql.remote;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.change.AddressedChanges;
import org.cdfgateway.sql.remote.change.RowAddresses;
import org.cdfgateway.sql.remote.change.TableChanges;
import org.cdfgateway.sql.remote.compute.ConditionCheck;
import org.cdfgateway.sql.remote.compute.RowComputation;
import org.cdfgateway.sql.remote.cursor.MatchingRows;
import org.cdfgateway.sql.remote.cursor.SqlCursor;
import org.cdfgateway.sql.remote.estimate.PlanEstimate;
import org.cdfgateway.sql.remote.statement.Select;
import org.jspecify.annotations.Nullable;

/** How the statements of one session get at rows. */
record TableAccess(
        CdfAccess access,
        RunningCall call,
        RowComputation computation,
        RowAddresses addresses,
        TableChanges changes,
        AddressedChanges addressedChanges) {

    PlanEstimate estimate(Select select, TableAdapter adapter) {
        return PlanEstimate.of(select, adapter, access);
    }

    /** @throws GatewayException FEATURE_NOT_SUPPORTED for a query that asks for an order, which its estimate advises against */
    SqlCursor cursor(Select select, TableAdapter adapter) {
        if (select.isSorted()) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            "rows of CDF table \"" + select.table().name()
                                    + "\" cannot be read in an order to change them")
                    .withHint("RESET enable_sort; RESET enable_hashjoin; and try again.");
        }
        return select.forChange()
                ? new SqlCursor(select, () -> changes.rowsFor(select, adapter), row -> addressed(adapter, row))
                : new SqlCursor(select, () -> rows(select, adapter), UnaryOperator.identity());
    }

    private MatchingRows rows(Select select, TableAdapter adapter) {
        return new MatchingRows(
                adapter,
                new Scan(select.table(), select.columns(), select.condition().pushed()),
                UnaryOperator.identity(),
                new ConditionCheck(select.table(), select.condition(), computation),
                access,
                call);
    }

    /** The row followed by its address. */
    private Row addressed(TableAdapter adapter, Row row) {
        @Nullable Object[] values = Arrays.copyOf(row.values().toArray(), row.size() + 1);
        values[row.size()] = addresses.add(adapter, row);
        return Row.owning(values);
    }
}
