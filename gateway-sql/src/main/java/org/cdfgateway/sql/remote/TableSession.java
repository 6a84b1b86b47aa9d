package org.cdfgateway.sql.remote;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.UserTables;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.change.AddressedChanges;
import org.cdfgateway.sql.remote.change.RowAddresses;
import org.cdfgateway.sql.remote.change.RowsByKey;
import org.cdfgateway.sql.remote.change.TableChanges;
import org.cdfgateway.sql.remote.compute.RowComputation;
import org.cdfgateway.sql.remote.statement.Parameters;
import org.cdfgateway.sql.remote.statement.RemoteParser;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.RemoteTables;
import org.cdfgateway.sql.remote.write.TransactionWrites;
import org.cdfgateway.sql.remote.write.WriteLimits;
import org.jspecify.annotations.Nullable;

/** Answers one postgres_fdw connection from the adapters of its user's tables. */
public final class TableSession implements RemoteSession {
    private final RemoteParser parser;
    private final Adapters adapters;
    private final TableAccess tables;
    private final PreparedStatements prepared;
    private final SessionTransaction transaction;
    private final RunningCall call = new RunningCall();
    private volatile boolean closed;

    /**
     * @param threads runs the writes; must not be the pool whose threads call this session
     * @param evaluation computes what is not known here
     */
    public TableSession(
            UserTables all,
            WriteLimits limits,
            ExecutorService threads,
            RowEvaluation evaluation,
            GatewaySession session,
            ClientContext client) {
        CdfAccess access = session.access();
        RowComputation computation = new RowComputation(evaluation);
        RowAddresses addresses = new RowAddresses(limits.maxFoundBytes());
        RowsByKey rows = new RowsByKey(access, call);
        TransactionWrites writes = new TransactionWrites(limits, threads, access, client);
        adapters = new Adapters(all);
        parser = new RemoteParser(RemoteTables.of(all));
        prepared = new PreparedStatements(parser);
        transaction = new SessionTransaction(writes, addresses, rows);
        tables = new TableAccess(
                access,
                call,
                computation,
                addresses,
                new TableChanges(writes, computation, client, access, call, limits.maxFoundBytes()),
                new AddressedChanges(writes, addresses, rows));
    }

    @Override
    public Iterator<RemoteResult> query(String sql) {
        Iterator<StatementSpan> statements = StatementSpan.cut(sql).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return statements.hasNext();
            }

            @Override
            public RemoteResult next() {
                StatementSpan span = statements.next();
                String statement = sql.substring(span.start(), span.end());
                return guarded(() -> run(parser.parse(statement, Parameters.unknown()), List.of()));
            }
        };
    }

    @Override
    public void prepare(String name, String sql) {
        this.<@Nullable Void>guarded(() -> {
            transaction.refuseWhenFailed();
            adapters.requireAllowed(prepared.put(name, sql));
            return null;
        });
    }

    @Override
    public List<ResultColumn> describe(String name) {
        return guarded(() -> prepared.describe(name));
    }

    @Override
    public RemoteResult execute(String name, List<@Nullable String> parameters) {
        return guarded(() -> run(prepared.bind(name, parameters), parameters));
    }

    @Override
    public TransactionStatus status() {
        return transaction.status();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public void close() {
        closed = true;
        call.cancel();
        transaction.close();
    }

    private RemoteResult run(RemoteStatement statement, List<@Nullable String> parameters) {
        if (!endsFailure(statement)) {
            transaction.refuseWhenFailed();
        }
        Execution execution = new Execution(transaction, prepared, adapters, tables, parameters);
        return new GuardedResult(statement.match(execution));
    }

    private static boolean endsFailure(RemoteStatement statement) {
        return statement instanceof RemoteStatement.Abort
                || statement instanceof RemoteStatement.Commit
                || statement instanceof RemoteStatement.RollbackToSavepoint;
    }

    /** Makes a call that can be canceled, and whose failure fails the transaction. */
    private <T extends @Nullable Object> T guarded(Supplier<T> work) {
        if (closed) {
            throw new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "the session is closed");
        }
        try {
            return call.run(work);
        } catch (RuntimeException e) {
            transaction.fail();
            throw e;
        } finally {
            if (closed) {
                transaction.close();
            }
        }
    }

    /** A result whose rows are pulled under guard. */
    private final class GuardedResult implements RemoteResult {
        private final RemoteResult result;

        private GuardedResult(RemoteResult result) {
            this.result = result;
        }

        @Override
        public List<ResultColumn> columns() {
            return result.columns();
        }

        @Override
        public @Nullable RowBatch next() {
            return guarded(result::next);
        }

        @Override
        public String tag() {
            return result.tag();
        }
    }
}
