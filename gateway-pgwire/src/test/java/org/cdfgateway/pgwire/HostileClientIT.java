package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.cdfgateway.pgwire.admission.LoginLimits;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the network may throw at the gateway: guesses, floods, and bytes that are no messages. */
@ExtendWith(TestGateway.Resolver.class)
class HostileClientIT {
    /** Another loopback address counts as another machine. */
    private static final String ELSEWHERE = "127.0.0.2";

    private final TestGateway gateway;

    HostileClientIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void fill() {
        gateway.remote().reset(10);
    }

    @Test
    void locksOutWhoGuessesButNotTheUserElsewhere() throws Exception {
        try (FrontServer server = start(LoginLimits.DEFAULT.withLockOut(2, Duration.ofMinutes(5)))) {
            for (String guess : List.of("secret", "letmein")) {
                assertThatThrownBy(() -> connect(server, guess, Map.of()))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }

            assertThatThrownBy(() -> connect(server, FakeLogins.PASSWORD, Map.of()))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining("too many failed logins for user \"u1\" from this address")
                    .hasMessageContaining("Try again in ");
            try (Connection session = connect(server, FakeLogins.PASSWORD, Map.of("localSocketAddress", ELSEWHERE))) {
                assertThat(run(session, "SELECT 1")).containsExactly("1");
            }
        }
    }

    @Test
    void aFloodOfConnectionsLeavesRoomForOthers() throws Exception {
        try (FrontServer server = start(LoginLimits.DEFAULT.withPlaces(6, 5));
                Connection session = connect(server, FakeLogins.PASSWORD, Map.of())) {
            List<RawClient> flood = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                flood.add(beingHeard(server));
            }
            for (int i = 0; i < 20; i++) {
                try (RawClient more = new RawClient(server)) {
                    assertThat(text(more.receiveRest())).contains("C53300", "too many connections are logging in");
                }
            }

            assertThat(run(session, "SELECT 1")).containsExactly("1");
            try (Connection other = connect(server, FakeLogins.PASSWORD, Map.of("localSocketAddress", ELSEWHERE))) {
                assertThat(run(other, "SELECT 1")).containsExactly("1");
            }
            for (RawClient client : flood) {
                client.close();
            }
            await("the places are free again").until(() -> {
                connect(server, FakeLogins.PASSWORD, Map.of()).close();
                return true;
            });
        }
    }

    @Test
    void closesWhoSendsTooSlowly() throws Exception {
        try (FrontServer server = start(LoginLimits.DEFAULT.withTimeout(Duration.ofMillis(300)));
                RawClient silent = new RawClient(server);
                RawClient halfway = new RawClient(server)) {
            halfway.send(Unpooled.buffer().writeInt(100).writeInt(0x30000));

            assertThat(silent.receiveRest()).isEmpty();
            assertThat(halfway.receiveRest()).isEmpty();
        }
    }

    @Test
    void listensOnlyToAllowedAddresses() throws Exception {
        try (FrontServer server = start(LoginLimits.DEFAULT.allowing(AllowedAddresses.parse("127.0.0.2, ::1")))) {
            try (RawClient client = new RawClient(server)) {
                assertThat(text(client.receiveRest()))
                        .contains("C28000", "connections from host \"127.0.0.1\" are not allowed");
            }
            try (Connection session = connect(server, FakeLogins.PASSWORD, Map.of("localSocketAddress", ELSEWHERE))) {
                assertThat(run(session, "SELECT 1")).containsExactly("1");
            }
        }
    }

    @Test
    void refusesOversizedMessagesByTheirAnnouncement() throws Exception {
        try (RawClient startup = new RawClient(gateway.front())) {
            startup.send(Unpooled.buffer().writeInt(Integer.MAX_VALUE).writeInt(0x30000));
            assertThat(text(startup.receiveRest())).contains("C08P01", "invalid length of startup packet");
        }
        try (RawClient login = started()) {
            login.send(Unpooled.buffer().writeByte('p').writeInt(1 << 30));
            assertThat(text(login.receiveRest())).contains("C08P01", "message of 1073741824 bytes exceeds the limit");
        }
        for (char tag : "QPBEd".toCharArray()) {
            try (RawClient session = RawClient.loggedIn(gateway.front())) {
                session.send(Unpooled.buffer()
                        .writeByte(tag)
                        .writeInt(Integer.MAX_VALUE)
                        .writeZero(1000));
                assertThat(text(session.receiveRest()))
                        .contains("C08P01", "message of 2147483647 bytes exceeds the limit");
            }
        }
    }

    @Test
    void refusesNegativeLengthsAndUnknownMessages() throws Exception {
        try (RawClient session = RawClient.loggedIn(gateway.front())) {
            session.send(Unpooled.buffer().writeByte('Q').writeInt(-1));
            assertThat(text(session.receiveRest())).contains("C08P01", "invalid message length: -1");
        }
        try (RawClient session = RawClient.loggedIn(gateway.front())) {
            session.send(Unpooled.buffer().writeByte('!').writeInt(4));
            assertThat(text(session.receiveRest())).contains("C08P01", "invalid frontend message type 33");
        }
    }

    @Test
    void survivesGarbageAtEveryStage() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[random.nextInt(1, 400)];
            random.nextBytes(garbage);
            try (RawClient client = i % 2 == 0 ? new RawClient(gateway.front()) : started()) {
                client.send(Unpooled.wrappedBuffer(garbage));
            }
        }

        try (RawClient client = RawClient.loggedIn(gateway.front())) {
            client.send(new Query("SELECT 1"));
            assertThat(client.receiveUntilReady()).isEqualTo(4);
        }
    }

    /** Has one of the places for those who log in. */
    private static RawClient beingHeard(FrontServer server) throws Exception {
        RawClient client = new RawClient(server);
        ByteBuf request = Unpooled.buffer();
        OpeningCodec.writeGssEncRequest(request);
        client.send(request);
        assertThat(client.receiveByte()).isEqualTo((byte) 'N');
        return client;
    }

    /** Up to the first message of the authentication. */
    private RawClient started() throws Exception {
        RawClient client = new RawClient(gateway.front());
        ByteBuf startup = Unpooled.buffer();
        OpeningCodec.write(new StartupMessage(ProtocolVersion.V3_0, Map.of("user", FakeLogins.USER)), startup);
        client.send(startup);
        client.receive();
        return client;
    }

    private FrontServer start(LoginLimits limits) {
        return gateway.start(FrontSettings.plain("127.0.0.1", 0).with(limits));
    }

    private static Connection connect(FrontServer server, String password, Map<String, String> more)
            throws SQLException {
        Properties properties = new Properties();
        properties.putAll(more);
        return TestGateway.connect(server, FakeLogins.USER, password, properties);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
