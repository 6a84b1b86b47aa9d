package org.cdfgateway.sql.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.RecordingClient;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.sql.TableSessions;
import org.cdfgateway.sql.remote.write.WriteLimits;
import org.jspecify.annotations.Nullable;

/** A session over given tables, driven as postgres_fdw drives it. Close it after the test. */
final class SessionFixtures implements AutoCloseable {
    static final WriteLimits ROOMY = new WriteLimits(100_000, 64L * 1024 * 1024);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RecordingClient client = new RecordingClient();
    private final FakeEvaluation evaluation = new FakeEvaluation();
    private final RemoteSession session;

    SessionFixtures(WriteLimits limits, TableAdapter... tables) {
        session = new TableSessions(user -> new FixedTables(List.of(tables), List.of()), limits, evaluation, threads)
                .open(SessionFixture.aSession(), client);
    }

    RemoteSession session() {
        return session;
    }

    RecordingClient client() {
        return client;
    }

    FakeEvaluation evaluation() {
        return evaluation;
    }

    List<String> warnings() {
        return client.warnings();
    }

    /** Runs all statements of the text and returns the tag of the last. */
    String run(String sql) {
        String tag = "";
        Iterator<RemoteResult> results = session.query(sql);
        while (results.hasNext()) {
            RemoteResult result = results.next();
            drain(result);
            tag = result.tag();
        }
        return tag;
    }

    /** The rows of a text's only statement. */
    List<Row> rows(String sql) {
        return drain(session.query(sql).next());
    }

    void declare(String cursor, String select, @Nullable String... parameters) {
        session.prepare("", "DECLARE " + cursor + " CURSOR FOR\n" + select);
        drain(session.execute("", Arrays.asList(parameters)));
    }

    /** Runs a statement with parameters and returns its tag. */
    String execute(String sql, @Nullable String... parameters) {
        RemoteResult result = result(sql, parameters);
        drain(result);
        return result.tag();
    }

    RemoteResult result(String sql, @Nullable String... parameters) {
        session.prepare("", sql);
        return session.execute("", Arrays.asList(parameters));
    }

    /** Inserts one asset per name. */
    RemoteResult insertAssets(String... names) {
        session.prepare("", insertOf("public.assets(name)", names.length));
        return session.execute("", List.of(names));
    }

    /** Inserts {@code count} assets in statements of {@code perStatement}. */
    void insertMany(int count, int perStatement) {
        session.prepare("many", insertOf("public.assets(name)", perStatement));
        for (int first = 0; first < count; first += perStatement) {
            List<@Nullable String> names = new ArrayList<>();
            for (int i = 0; i < perStatement; i++) {
                names.add("asset " + (first + i));
            }
            drain(session.execute("many", names));
        }
        run("DEALLOCATE many");
    }

    static String insertOf(String target, int rows) {
        StringBuilder sql = new StringBuilder("INSERT INTO " + target + " VALUES ($1)");
        for (int i = 2; i <= rows; i++) {
            sql.append(", ($").append(i).append(')');
        }
        return sql.toString();
    }

    static List<Row> drain(RemoteResult result) {
        List<Row> rows = new ArrayList<>();
        RowBatch batch;
        while ((batch = result.next()) != null) {
            rows.addAll(batch.rows());
        }
        return rows;
    }

    @Override
    public void close() {
        session.close();
        threads.shutdownNow();
    }
}
