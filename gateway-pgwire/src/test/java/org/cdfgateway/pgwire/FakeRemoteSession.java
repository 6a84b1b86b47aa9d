package org.cdfgateway.pgwire;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.jspecify.annotations.Nullable;

/** Understands what postgres_fdw sends, as far as the tests go. */
final class FakeRemoteSession implements RemoteSession {
    private static final Pattern FETCH = Pattern.compile("FETCH (\\d+) FROM (\\w+)");
    private static final Pattern DECLARE = Pattern.compile("DECLARE (\\w+) CURSOR FOR\\s+(SELECT .*)", Pattern.DOTALL);
    private static final Pattern INSERT_COLUMNS = Pattern.compile("INSERT INTO public\\.\\w+\\((.*?)\\)");

    private final FakeRemoteSessions owner;
    private final ClientContext client;
    private final Map<String, String> prepared = new HashMap<>();
    private final Map<String, FakeRows> cursors = new HashMap<>();
    private volatile CountDownLatch wait = new CountDownLatch(1);
    private TransactionStatus status = TransactionStatus.IDLE;
    private volatile boolean closed;

    FakeRemoteSession(FakeRemoteSessions owner, ClientContext client) {
        this.owner = owner;
        this.client = client;
    }

    @Override
    public Iterator<RemoteResult> query(String sql) {
        return List.<RemoteResult>of(run(sql, List.of())).iterator();
    }

    @Override
    public void prepare(String name, String sql) {
        prepared.put(name, sql);
    }

    @Override
    public List<ResultColumn> describe(String name) {
        String sql = statement(name);
        return sql.startsWith("SELECT") ? FakeRows.of(sql, owner.rows()).columns() : List.of();
    }

    @Override
    public RemoteResult execute(String name, List<@Nullable String> parameters) {
        return run(statement(name), parameters);
    }

    @Override
    public TransactionStatus status() {
        return status;
    }

    @Override
    public void cancel() {
        owner.cancelled();
        CountDownLatch current = wait;
        wait = new CountDownLatch(1);
        current.countDown();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            owner.closed(this);
            wait.countDown();
        }
    }

    private String statement(String name) {
        return Objects.requireNonNull(prepared.get(name), name);
    }

    private RemoteResult run(String sql, List<@Nullable String> parameters) {
        owner.ran(sql);
        if (sql.startsWith("START TRANSACTION")) {
            status = TransactionStatus.OPEN;
            return FakeResult.command("START TRANSACTION");
        }
        if (sql.startsWith("COMMIT") || sql.startsWith("ABORT")) {
            status = TransactionStatus.IDLE;
            cursors.clear();
            return FakeResult.command(sql.startsWith("COMMIT") ? "COMMIT" : "ROLLBACK");
        }
        if (sql.startsWith("EXPLAIN")) {
            String line =
                    "Foreign Scan  (cost=100.00.." + (100 + owner.rows()) + ".00 rows=" + owner.rows() + " width=40)";
            return FakeResult.text("QUERY PLAN", line, "EXPLAIN");
        }
        if (sql.startsWith("INSERT")) {
            return insert(sql, parameters);
        }
        if (sql.startsWith("UPDATE") || sql.startsWith("DELETE")) {
            owner.changed(client);
            return FakeResult.command(sql.substring(0, "UPDATE".length()) + " 0");
        }
        Matcher declare = DECLARE.matcher(sql);
        if (declare.find()) {
            cursors.put(declare.group(1), open(withValues(declare.group(2), parameters)));
            return FakeResult.command("DECLARE CURSOR");
        }
        Matcher fetch = FETCH.matcher(sql);
        return fetch.matches()
                ? fetch(fetch.group(2), Integer.parseInt(fetch.group(1)))
                : FakeResult.command(sql.split(" ", 2)[0]);
    }

    private static String withValues(String sql, List<@Nullable String> parameters) {
        String text = sql;
        for (int i = parameters.size(); i >= 1; i--) {
            text = text.replaceAll("\\$" + i + "(::\\w+)?", String.valueOf(parameters.get(i - 1)));
        }
        return text;
    }

    private FakeRows open(String select) {
        if (select.contains("public.time_series")) {
            status = TransactionStatus.FAILED;
            throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached")
                    .withDetail("503 Service Unavailable")
                    .withHint("Try again later.");
        }
        if (select.contains("public.string_datapoints")) {
            throw new IllegalStateException("a secret detail");
        }
        return FakeRows.of(select, owner.rows());
    }

    private RemoteResult fetch(String cursor, int count) {
        FakeRows rows = cursors.get(cursor);
        if (rows == null) {
            throw new GatewayException(ErrorKind.INVALID_CURSOR_NAME, "cursor \"" + cursor + "\" does not exist");
        }
        if (owner.isHeld()) {
            hold();
        }
        owner.fetched();
        owner.warning().ifPresent(client::warn);
        var next = rows.next(count);
        return FakeResult.rows(rows.columns(), next, "FETCH " + next.size());
    }

    private void hold() {
        try {
            owner.holding();
            wait.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        status = TransactionStatus.FAILED;
        throw new GatewayException(ErrorKind.QUERY_CANCELED, "canceling statement due to user request");
    }

    private RemoteResult insert(String sql, List<@Nullable String> parameters) {
        Matcher columns = INSERT_COLUMNS.matcher(sql);
        if (!columns.find()) {
            throw new IllegalArgumentException(sql);
        }
        int width = columns.group(1).split(",").length;
        owner.inserted(parameters, width);
        return FakeResult.command("INSERT 0 " + parameters.size() / width);
    }
}
