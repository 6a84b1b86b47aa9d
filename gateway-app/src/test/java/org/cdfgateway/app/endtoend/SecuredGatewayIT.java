package org.cdfgateway.app.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.cdfgateway.app.config.ConfigLoader;
import org.cdfgateway.app.demo.DemoCertificate;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.app.wiring.Gateway;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway as {@code serve} runs it: certificates, and nothing in plain text. */
class SecuredGatewayIT {
    private static Path directory;
    private static DemoCertificate certificate;
    private static CdfEmulator cdf;
    private static Gateway gateway;
    private static DemoUser user;

    @BeforeAll
    static void start() throws Exception {
        directory = Files.createTempDirectory("secured-gateway-it");
        certificate = DemoCertificate.in(directory);
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(Volume.EMPTY));
        gateway = Gateway.start(ConfigLoader.load(settings(), Map.of()));
        user = new SignUp(LocalGateway.project(cdf, EmulatorSettings.ADMIN), api("https"), trusting()).newUser();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        cdf.close();
        LocalGateway.deleteTree(directory);
    }

    @Test
    void takesSqlClientsThatVerifyItAndBindTheirLogin() throws Exception {
        try (Connection session = connect(Map.of(
                "sslmode", "verify-full",
                "sslrootcert", certificate.certificate().toString(),
                "channelBinding", "require"))) {
            assertThat(Rows.of(session, "SELECT count(*) FROM assets")).containsExactly("0");
        }
    }

    @Test
    void refusesSqlClientsInPlainText() {
        assertThatThrownBy(() -> connect(Map.of("sslmode", "disable")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28000"))
                .hasMessageContaining("no encryption")
                .hasMessageContaining("sslmode=require");
    }

    @Test
    void speaksNoPlainHttp() {
        HttpRequest health =
                HttpRequest.newBuilder(api("http").resolve("/health")).build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(health, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void followsItsCertificateOnBothPorts() throws Exception {
        try (Connection session = connect(Map.of("sslmode", "require"))) {
            SSLContext before = contextTrusting(certificate.certificate());
            Files.delete(certificate.key());
            Files.delete(certificate.certificate());
            DemoCertificate.in(directory);

            await("the HTTP API shows the new certificate")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> statusOf(trusting()) == 200);
            assertThat(Rows.of(session, "SELECT 1")).containsExactly("1");
            assertThatThrownBy(() ->
                            statusOf(HttpClient.newBuilder().sslContext(before).build()))
                    .isInstanceOf(IOException.class);
            connect(Map.of(
                            "sslmode", "verify-full",
                            "sslrootcert", certificate.certificate().toString(),
                            "channelBinding", "require"))
                    .close();
        }
    }

    @Test
    void tellsWhichCertificateCannotBeUsed() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.pem"), "x");
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("gateway.listen.tls-certificate", broken.toString());
        settings.put("gateway.state-dir", directory.resolve("other").toString());

        assertThatThrownBy(() -> Gateway.start(ConfigLoader.load(settings, Map.of())))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("the certificate cannot be used: " + broken + " holds no certificate")
                .extracting("hint")
                .asString()
                .contains("gateway.listen.tls-certificate");
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                entry("gateway.cdf.url", cdf.baseUri().toString()),
                entry("gateway.listen.address", "127.0.0.1"),
                entry("gateway.listen.port", "0"),
                entry(
                        "gateway.listen.tls-certificate",
                        certificate.certificate().toString()),
                entry("gateway.listen.tls-key", certificate.key().toString()),
                entry("gateway.http.port", "0"),
                entry("gateway.state-dir", directory.resolve("state").toString()));
    }

    private static URI api(String scheme) {
        return URI.create(scheme + "://localhost:" + gateway.httpAddress().getPort());
    }

    private static Connection connect(Map<String, String> driverProperties) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(driverProperties);
        properties.setProperty("user", user.username());
        properties.setProperty("password", user.password().reveal());
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + gateway.sqlAddress().getPort() + "/" + user.username(), properties);
    }

    private static int statusOf(HttpClient http) throws Exception {
        return http.send(HttpRequest.newBuilder(api("https").resolve("/health")).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpClient trusting() throws Exception {
        return HttpClient.newBuilder()
                .sslContext(contextTrusting(certificate.certificate()))
                .build();
    }

    private static SSLContext contextTrusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
