package org.cdfgateway.sql.remote.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.UserTables;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.UnknownValue;
import org.cdfgateway.sql.remote.change.KeyedChange;
import org.cdfgateway.sql.remote.statement.ConditionPart;
import org.cdfgateway.sql.remote.statement.Parameters;
import org.cdfgateway.sql.remote.statement.RemoteParser;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.RemoteTables;
import org.cdfgateway.sql.remote.statement.RowCondition;
import org.cdfgateway.sql.remote.statement.Select;

/** Explains the statements that a plan of the engine would send. Changes are explained as if they ran by themselves. */
public final class RemoteExplanations {
    private static final String FOUND = " for the rows found";

    private final UserTables tables;
    private final RemoteParser parser;

    public RemoteExplanations(UserTables tables) {
        this.tables = tables;
        this.parser = new RemoteParser(RemoteTables.of(tables));
    }

    /** None when the text is not understood. */
    public List<String> explain(String sql, CdfAccess access) {
        try {
            return explain(sql, parser.parse(sql, Parameters.unknown()), access);
        } catch (GatewayException notUnderstood) {
            return List.of();
        }
    }

    private List<String> explain(String sql, RemoteStatement statement, CdfAccess access) {
        if (statement instanceof RemoteStatement.Query query) {
            Select select = query.select();
            return read(sql, adapter(select.table()), select.columns(), select.condition(), List.of(), access);
        }
        if (statement instanceof RemoteStatement.Update update) {
            TableAdapter adapter = adapter(update.table());
            RowUpdater updater = adapter.requireUpdater();
            Optional<List<RowKey>> keys = KeyedChange.keys(update, updater);
            return keys.isPresent()
                    ? byKeys(updater.operations(), keys.get().size(), updater.maxBatchRows())
                    : read(sql, adapter, Set.of(), update.condition(), found(updater.operations()), access);
        }
        if (statement instanceof RemoteStatement.Delete delete) {
            TableAdapter adapter = adapter(delete.table());
            RowDeleter deleter = adapter.requireDeleter();
            Optional<List<RowKey>> keys = KeyedChange.keys(delete, deleter);
            return keys.isPresent()
                    ? byKeys(deleter.operations(), keys.get().size(), deleter.maxBatchRows())
                    : read(sql, adapter, Set.of(), delete.condition(), found(deleter.operations()), access);
        }
        if (statement instanceof RemoteStatement.UpdateRow update) {
            return ExplainLines.of(
                    found(adapter(update.table()).requireUpdater().operations()), "");
        }
        if (statement instanceof RemoteStatement.DeleteRow delete) {
            return ExplainLines.of(
                    found(adapter(delete.table()).requireDeleter().operations()), "");
        }
        if (statement instanceof RemoteStatement.Insert insert) {
            RowInserter inserter = adapter(insert.table()).requireInserter();
            return ExplainLines.of(
                    requests(
                            inserter.operations(),
                            RequestCount.atLeast(0),
                            " for every " + inserter.maxBatchRows() + " rows"),
                    "");
        }
        return List.of();
    }

    private TableAdapter adapter(TableDefinition table) {
        return tables.find(table.id())
                .orElseThrow(() -> new GatewayException(
                        ErrorKind.UNDEFINED_TABLE, "relation \"" + table.id() + "\" does not exist any more"));
    }

    private static List<String> read(
            String sql,
            TableAdapter adapter,
            Set<Column> columns,
            RowCondition condition,
            List<PlannedRequest> following,
            CdfAccess access) {
        if (hasParameters(condition.known())) {
            return List.of(ExplainLines.summary(RequestCount.atLeast(0)) + " each time, as its parameters tell");
        }
        TableDefinition table = adapter.table();
        ReadExplanation read = adapter.explain(new Scan(table, columns, condition.pushed()), access);
        if (read.requests().isEmpty()) {
            return ExplainLines.of(List.of(), "");
        }
        List<PlannedRequest> requests = new ArrayList<>(read.requests());
        requests.addAll(following);
        return ExplainLines.of(
                requests, LocalFilter.of(ConditionPart.of(sql, table, Parameters.unknown()), read.unasked()));
    }

    private static boolean hasParameters(Expression expression) {
        return expression instanceof UnknownValue
                || expression.operands().stream().anyMatch(RemoteExplanations::hasParameters);
    }

    private static List<String> byKeys(List<String> operations, int keys, int batch) {
        return ExplainLines.of(
                keys == 0 ? List.of() : requests(operations, RequestCount.exactly((keys + batch - 1) / batch), ""), "");
    }

    private static List<PlannedRequest> found(List<String> operations) {
        return requests(operations, RequestCount.atLeast(0), FOUND);
    }

    private static List<PlannedRequest> requests(List<String> operations, RequestCount count, String suffix) {
        return operations.stream()
                .map(operation -> PlannedRequest.of(count, operation + suffix))
                .toList();
    }
}
