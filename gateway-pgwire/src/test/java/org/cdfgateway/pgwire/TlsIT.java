package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.tls.CertificateFiles;
import org.cdfgateway.pgwire.tls.ClientCertificates;
import org.cdfgateway.pgwire.tls.ClientCertificates.Demand;
import org.cdfgateway.pgwire.tls.LiveCertificate;
import org.cdfgateway.pgwire.tls.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, and who each side takes the other for. */
@ExtendWith(TestGateway.Resolver.class)
class TlsIT {
    @TempDir
    static Path directory;

    private static TestAuthority authority;
    private static CertificateFiles files;

    private final TestGateway gateway;
    private LiveCertificate certificate;

    TlsIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = new TestAuthority(directory);
        files = authority.issue("server", "CN=localhost").withClientAuthorities(authority.certificate());
    }

    @BeforeEach
    void open() {
        gateway.remote().reset(10);
        certificate = LiveCertificate.open(files, Duration.ofMillis(50));
    }

    @AfterEach
    void close() {
        certificate.close();
    }

    @Test
    void bindsTheLoginToTheCertificate() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE)) {
            for (String negotiation : new String[] {"postgres", "direct"}) {
                Map<String, String> wanted = Map.of(
                        "sslmode",
                        "verify-full",
                        "sslrootcert",
                        authority.certificate().toString(),
                        "sslNegotiation",
                        negotiation,
                        "channelBinding",
                        "require");
                try (Connection session = connect(server, wanted)) {
                    assertThat(run(session, "SELECT name FROM assets WHERE id = 7"))
                            .containsExactly("name 7");
                    assertThat(run(session, "SELECT repeat('x', 3000000)").get(0))
                            .hasSize(3_000_000);
                }
            }
        }
    }

    @Test
    void takesClientsThatDoNotBind() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE);
                Connection session = connect(server, Map.of("sslmode", "require", "channelBinding", "disable"))) {
            assertThat(run(session, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void refusesWrongPasswordsWithBindingToo() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE)) {
            Properties properties = properties(Map.of("sslmode", "require", "channelBinding", "require"));
            assertThatThrownBy(() -> TestGateway.connect(server, FakeLogins.USER, "wrong", properties))
                    .hasMessage("FATAL: password authentication failed for user \"u1\"");
        }
    }

    @Test
    void offersNoBindingInPlainText() {
        assertThatThrownBy(() -> connect(gateway.front(), Map.of("channelBinding", "require")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void followsTheCertificateWithoutLosingSessions() throws Exception {
        CertificateFiles changing = authority.issue("changing", "CN=before");
        try (LiveCertificate live = LiveCertificate.open(changing, Duration.ofMillis(50));
                FrontServer server =
                        gateway.start(FrontSettings.plain("127.0.0.1", 0).with(TransportSettings.tls(live)));
                Connection session = connect(server, Map.of("sslmode", "require"))) {
            assertThat(DirectTlsClient.subject(server)).isEqualTo("CN=before");

            authority.issue("changing", "CN=after");

            await("the new certificate is shown")
                    .until(() -> DirectTlsClient.subject(server).equals("CN=after"));
            assertThat(run(session, "SELECT 1")).containsExactly("1");
            try (Connection bound = connect(server, Map.of("sslmode", "require", "channelBinding", "require"))) {
                assertThat(run(bound, "SELECT 1")).containsExactly("1");
            }
        }
    }

    @Test
    void refusesPlainTextWhenThereIsACertificate() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE)) {
            assertThatThrownBy(() -> connect(server, Map.of("sslmode", "disable")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining(
                            "no pg_hba.conf entry for host \"127.0.0.1\", user \"u1\", database \"u1\", no"
                                    + " encryption")
                    .hasMessageContaining("Connect with sslmode=require or stronger.");
        }
    }

    @Test
    void takesPlainTextWhereItIsAllowed() throws Exception {
        TransportSettings both = new TransportSettings(Optional.of(certificate), true, ClientCertificates.NONE);
        try (FrontServer server =
                        gateway.start(FrontSettings.plain("127.0.0.1", 0).with(both));
                Connection plain = connect(server, Map.of("sslmode", "disable"));
                Connection encrypted = connect(server, Map.of("sslmode", "require"))) {
            assertThat(run(plain, "SELECT 1")).containsExactly("1");
            assertThat(run(encrypted, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void refusesPlainTextInFrontOfTheHandshake() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE);
                RawClient client = new RawClient(server)) {
            ByteBuf bytes = Unpooled.buffer();
            OpeningCodec.writeSslRequest(bytes);
            client.send(bytes.writeZero(20));

            assertThat(new String(client.receiveRest(), StandardCharsets.US_ASCII))
                    .startsWith("E")
                    .contains("received unencrypted data after SSL request");
        }
    }

    @Test
    void refusesDirectTlsOfOtherProtocols() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE)) {
            assertThat(DirectTlsClient.isHeard(server, "postgresql")).isTrue();
            assertThat(DirectTlsClient.isHeard(server)).isFalse();
        }
    }

    @Test
    void refusesOldVersionsOfTls() throws Exception {
        try (FrontServer server = start(ClientCertificates.NONE)) {
            for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
                try (SSLSocket socket = DirectTlsClient.connect(server, "postgresql")) {
                    socket.setEnabledProtocols(new String[] {version});
                    socket.startHandshake();
                    assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                }
            }
            try (SSLSocket socket = DirectTlsClient.connect(server, "postgresql")) {
                socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                assertThatThrownBy(socket::startHandshake).isInstanceOf(Exception.class);
            }
        }
    }

    @Test
    void wantsCertificatesOfClientsWhenToldTo() throws Exception {
        CertificateFiles own = authority.issue("u1", "CN=u1,O=Clients");
        CertificateFiles others = authority.issue("u2", "CN=u2,O=Clients");
        try (FrontServer server = start(new ClientCertificates(Demand.REQUIRED, true))) {
            try (Connection session = connect(server, withCertificate(own))) {
                assertThat(run(session, "SELECT 1")).containsExactly("1");
            }
            assertThatThrownBy(() -> connect(server, withCertificate(others)))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining("certificate authentication failed for user \"u1\"");
            assertThatThrownBy(() -> connect(server, Map.of("sslmode", "require")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining("connection requires a valid client certificate");
        }
    }

    @Test
    void checksTheCertificatesOfThoseWhoHaveOne() throws Exception {
        CertificateFiles own = authority.issue("guest", "CN=guest");
        CertificateFiles foreign =
                new TestAuthority(Files.createDirectory(directory.resolve("foreign"))).issue("u1", "CN=u1");
        try (FrontServer server = start(new ClientCertificates(Demand.OPTIONAL, false))) {
            try (Connection with = connect(server, withCertificate(own));
                    Connection without = connect(server, Map.of("sslmode", "require"))) {
                assertThat(run(with, "SELECT 1")).containsExactly("1");
                assertThat(run(without, "SELECT 1")).containsExactly("1");
            }
            X509Certificate unknown = DirectTlsClient.certificate(foreign.certificateChain());
            assertThat(unknown.getIssuerX500Principal().getName()).isEqualTo("CN=Test authority");
            assertThatThrownBy(() -> connect(server, withCertificate(foreign))).isInstanceOf(SQLException.class);
        }
    }

    private FrontServer start(ClientCertificates clients) {
        return gateway.start(FrontSettings.plain("127.0.0.1", 0)
                .with(new TransportSettings(Optional.of(certificate), false, clients)));
    }

    private static Map<String, String> withCertificate(CertificateFiles own) throws Exception {
        return Map.of(
                "sslmode", "require",
                "sslcert", own.certificateChain().toString(),
                "sslkey", authority.derKey(own).toString());
    }

    private static Connection connect(FrontServer server, Map<String, String> more) throws SQLException {
        return TestGateway.connect(server, FakeLogins.USER, FakeLogins.PASSWORD, properties(more));
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
