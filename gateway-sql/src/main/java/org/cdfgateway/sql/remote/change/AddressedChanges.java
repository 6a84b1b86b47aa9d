package org.cdfgateway.sql.remote.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.sql.remote.compute.NewValues;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.RemoteStatement.DeleteRow;
import org.cdfgateway.sql.remote.statement.RemoteStatement.UpdateRow;
import org.cdfgateway.sql.remote.write.TransactionWrites;
import org.jspecify.annotations.Nullable;

/** Carries out UPDATE and DELETE of single rows by the addresses that a query of the transaction has given them. */
public final class AddressedChanges {
    private final TransactionWrites writes;
    private final RowAddresses addresses;
    private final RowsByKey rows;

    public AddressedChanges(TransactionWrites writes, RowAddresses addresses, RowsByKey rows) {
        this.writes = writes;
        this.addresses = addresses;
        this.rows = rows;
    }

    /**
     * @param parameters the address and the new values
     * @throws GatewayException what CDF or the checks of values say
     */
    public Changed update(UpdateRow statement, TableAdapter adapter, List<@Nullable String> parameters) {
        RowUpdater updater = adapter.requireUpdater();
        requireParameters(parameters, 1 + statement.columns().size());
        AddressedRow addressed = addresses.find(adapter.table(), address(parameters));
        Row values = NewValues.ofParameters(statement.columns(), parameters.subList(1, parameters.size()));
        Optional<Row> current = updater.needsOnlyTheKey() ? Optional.empty() : addressed.row();
        RowUpdate update = new RowUpdate(addressed.key(), statement.columns(), values, current);
        updater.check(update);
        if (statement.returning().isEmpty()) {
            writes.update(adapter, List.of(update), MissingRows.SKIP);
            return new Changed(1, List.of());
        }
        List<Row> stored =
                writes.updateNow(adapter, List.of(update), MissingRows.SKIP).stored();
        return new Changed(stored.size(), projected(statement.returning(), stored));
    }

    /**
     * @param parameters the address
     * @throws GatewayException what CDF says
     */
    public Changed delete(DeleteRow statement, TableAdapter adapter, List<@Nullable String> parameters) {
        adapter.requireDeleter();
        requireParameters(parameters, 1);
        String address = address(parameters);
        AddressedRow addressed = addresses.find(adapter.table(), address);
        List<Row> returned = List.of();
        if (!statement.returning().isEmpty()) {
            Set<Column> needed = OutputColumn.columns(statement.returning());
            returned = addressed
                    .row()
                    .or(() ->
                            rows.find(adapter, addressed.key(), needed, addresses.following(adapter.table(), address)))
                    .map(List::of)
                    .orElse(List.of());
            if (returned.isEmpty()) {
                return new Changed(0, List.of());
            }
        }
        writes.delete(adapter, List.of(addressed.key()), MissingRows.SKIP);
        return new Changed(1, projected(statement.returning(), returned));
    }

    private static List<Row> projected(List<OutputColumn> outputs, List<Row> rows) {
        return rows.stream().map(row -> OutputColumn.project(outputs, row)).toList();
    }

    private static String address(List<@Nullable String> parameters) {
        String address = parameters.get(0);
        if (address == null) {
            throw new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "a row's address is null");
        }
        return address;
    }

    private static void requireParameters(List<@Nullable String> parameters, int expected) {
        if (parameters.size() != expected) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION,
                    "the statement got " + parameters.size() + " parameters (expected: " + expected + ")");
        }
    }
}
