package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who does not read stops the reading of what would be sent. */
@ExtendWith(TestGateway.Resolver.class)
class BackPressureIT {
    private static final int ROWS = 400_000;
    private static final int FETCHES = ROWS / 1_000;

    private final TestGateway gateway;

    BackPressureIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void fill() {
        gateway.remote().reset(ROWS);
    }

    @Test
    void slowReaderStopsTheReadingOfCdf() throws Exception {
        try (RawClient client = RawClient.loggedIn(gateway.front())) {
            client.send(new Query("SELECT * FROM assets"));

            awaitStandstill();
            assertThat(gateway.remote().fetches()).isBetween(1, FETCHES / 2);

            assertThat(client.receiveUntilReady()).isEqualTo(ROWS + 3);
            assertThat(gateway.remote().fetches()).isGreaterThan(FETCHES);
        }
    }

    @Test
    void stalledReaderDoesNotHoldUpOthers() throws Exception {
        try (RawClient client = RawClient.loggedIn(gateway.front());
                Connection other = gateway.connect()) {
            client.send(new Query("SELECT * FROM assets"));
            awaitStandstill();

            assertThat(run(other, "SELECT name FROM assets WHERE id = 7")).containsExactly("name 7");
        }
    }

    @Test
    void closesStalledReadersWhenTold() throws Exception {
        FrontSettings patient = FrontSettings.plain("127.0.0.1", 0);
        FrontSettings settings = new FrontSettings(
                patient.host(),
                patient.port(),
                patient.transport(),
                patient.logins(),
                patient.maxConnections(),
                patient.statements(),
                patient.maxMessageBytes(),
                Optional.of(Duration.ofMillis(200)),
                patient.shutdownTimeout());
        try (FrontServer server = gateway.start(settings);
                RawClient client = RawClient.loggedIn(server)) {
            client.send(new Query("SELECT * FROM assets"));

            await("the far end is closed")
                    .until(() -> gateway.remote().openSessions() == 0
                            && gateway.remote().fetches() > 0);
        }
    }

    private void awaitStandstill() {
        AtomicInteger before = new AtomicInteger(-1);
        await("nothing is fetched any more")
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    int now = gateway.remote().fetches();
                    return now > 0 && before.getAndSet(now) == now;
                });
    }
}
