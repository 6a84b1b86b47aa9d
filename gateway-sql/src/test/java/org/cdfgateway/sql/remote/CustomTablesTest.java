package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cdfgateway.sql.remote.SessionFixtures.drain;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.RecordingClient;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.outbound.ChangingTables;
import org.cdfgateway.domain.port.outbound.FixedTables;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.cdfgateway.sql.TableSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomTablesTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InMemoryTable inPublic = table("public", SqlType.TEXT);
    private final InMemoryTable inModel = table("plant", SqlType.TEXT);
    private final ChangingTables tables = new ChangingTables(new FixedTables(List.of(), List.of()));
    private final RemoteSession session = new TableSessions(
                    user -> tables, SessionFixtures.ROOMY, new FakeEvaluation(), threads)
            .open(SessionFixture.aSession(), new RecordingClient());

    private static InMemoryTable table(String schema, SqlType type) {
        TableDefinition definition = TableDefinition.table("My pump", "A custom table")
                .schema(schema)
                .column("a", type, "a", WriteRule.REQUIRED, Set.of(Pushable.LOOKUP), "A column")
                .key("a")
                .build();
        return new InMemoryTable(definition, 10).writable(1_000, 1);
    }

    @AfterEach
    void close() {
        session.close();
        threads.shutdownNow();
    }

    private void insert(String schema, String value) {
        session.prepare("", "INSERT INTO " + schema + ".\"My pump\"(a) VALUES ($1)");
        drain(session.execute("", List.of(value)));
    }

    @Test
    void tablesAppearAndDisappearInOpenSessions() {
        String query = "SELECT a FROM public.\"My pump\"";
        assertThatThrownBy(() -> session.query(query).next()).isInstanceOf(GatewayException.class);
        session.query("ABORT TRANSACTION").next();

        tables.become(new FixedTables(List.of(), List.of(inPublic)));
        assertThat(drain(session.query(query).next())).isEmpty();

        tables.become(new FixedTables(List.of(), List.of()));
        assertThatThrownBy(() -> session.query(query).next())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNDEFINED_TABLE));
    }

    @Test
    void namesakesInOtherSchemasStayApart() {
        tables.become(new FixedTables(List.of(), List.of(inPublic, inModel)));
        drain(session.query("START TRANSACTION").next());
        insert("public", "p");
        insert("plant", "m");
        drain(session.query("COMMIT TRANSACTION").next());

        assertThat(inPublic.rows()).extracting(row -> row.value(0)).containsExactly("p");
        assertThat(inModel.rows()).extracting(row -> row.value(0)).containsExactly("m");
    }

    @Test
    void statementsOfTablesThatWereMadeAnewFail() {
        tables.become(new FixedTables(List.of(), List.of(inPublic)));
        session.prepare("s", "INSERT INTO public.\"My pump\"(a) VALUES ($1)");
        tables.become(new FixedTables(List.of(), List.of(table("public", SqlType.BIGINT))));

        assertThatThrownBy(() -> session.execute("s", List.of("x")))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNDEFINED_TABLE))
                .hasMessage("relation \"public.My pump\" does not exist any more");
    }
}
