package org.cdfgateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.cdfgateway.app.config.ClientCertificateConfig.Demand;
import org.cdfgateway.app.config.StoreConfig.ExternalStore;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    private static final Map<String, String> LEAST = Map.of(
            "gateway.cdf.url", "https://cluster.example.com",
            "gateway.listen.plain-text-allowed", "true",
            "gateway.http.plain-text", "true");

    @Test
    void defaultsHoldForWhatIsNotSet() {
        GatewayConfig config = ConfigLoader.load(LEAST, Map.of());

        assertThat(config)
                .isEqualTo(new GatewayConfig(
                        new ListenConfig(
                                "0.0.0.0",
                                5432,
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                new ClientCertificateConfig(Demand.OFF, Optional.empty(), true),
                                AllowedAddresses.ALL),
                        new LoginConfig(100, 40, Duration.ofSeconds(30), 10, Duration.ofMinutes(5)),
                        new HttpConfig("127.0.0.1", 8080, Optional.empty(), true, AllowedAddresses.ALL),
                        new CdfConfig(URI.create("https://cluster.example.com"), Optional.empty(), List.of(), 8, true),
                        new StoreConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        new EngineConfig(Optional.empty()),
                        new LimitConfig(
                                100,
                                20,
                                20,
                                new ByteSize(64L << 20),
                                new ByteSize(1L << 30),
                                new ByteSize(64L << 20),
                                new ByteSize(4L << 30),
                                Duration.ofHours(1),
                                10_000,
                                new ByteSize(16L << 20),
                                10_000,
                                1_000,
                                1_600),
                        Path.of("/var/lib/cdf-gateway")));
    }

    @Test
    void everySettingHasAnEffect() {
        GatewayConfig config = ConfigLoader.load(Optional.of(everything()), Map.of());

        assertThat(config).isEqualTo(explicit());
    }

    @Test
    void everySettingIsInTheExample() throws IOException {
        Properties example = new Properties();
        try (Reader reader = Files.newBufferedReader(everything())) {
            example.load(reader);
        }

        assertThat(example.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys());
    }

    @Test
    void everySettingCanComeFromTheEnvironment() throws IOException {
        Properties example = new Properties();
        try (Reader reader = Files.newBufferedReader(everything())) {
            example.load(reader);
        }
        Map<String, String> environment = new HashMap<>();
        GatewayConfig.SETTINGS.forEach(group -> group.settings()
                .forEach(
                        setting -> environment.put(setting.environmentVariable(), example.getProperty(setting.key()))));

        assertThat(ConfigLoader.load(Map.of(), environment)).isEqualTo(explicit());
    }

    @Test
    void environmentWinsOverFile() {
        GatewayConfig config = ConfigLoader.load(LEAST, Map.of("GATEWAY_HTTP_PORT", "9090"));

        assertThat(config.http().port()).isEqualTo(9090);
    }

    @Test
    void reportsAllMistakesAtOnceAndNamesNearMatches() {
        Map<String, String> texts = Map.of(
                "gateway.http.prot", "1",
                "gateway.unheard.of", "1",
                "gateway.listen.port", "70000",
                "gateway.limits.work-memory", "64");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        failure -> assertThat(failure.problems())
                                .containsExactly(
                                        "unknown setting gateway.http.prot: did you mean gateway.http.port?",
                                        "unknown setting gateway.unheard.of: docs/configuration.md lists all settings",
                                        "gateway.cdf.url is not set: put it into the configuration file or into the environment"
                                                + " as GATEWAY_CDF_URL",
                                        "gateway.listen.port: 70000 (expected: a whole number from 0 to 65535)",
                                        "gateway.limits.work-memory: 64 (expected: a number with kB, MB or GB, for example 64MB)"));
    }

    @Test
    void neverShowsSecrets() {
        Map<String, String> blank = new HashMap<>(LEAST);
        blank.put("gateway.store.password", " ");

        assertThat(explicit().toString()).contains("store.example.com").doesNotContain("hush");
        assertThatThrownBy(() -> ConfigLoader.load(blank, Map.of()))
                .hasMessage("gateway.store.password: *** (expected: a text)");
    }

    @Test
    void demandsTlsOrPlainText() {
        assertThatThrownBy(() -> ConfigLoader.load(Map.of("gateway.cdf.url", "http://localhost"), Map.of()))
                .hasMessage("gateway.listen.tls-certificate and gateway.listen.tls-key are not set: set them, or"
                        + " gateway.listen.plain-text-allowed = true to do without TLS");
    }

    @Test
    void demandsBothFilesOfTls() {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.put("gateway.listen.tls-key", "key.pem");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .hasMessage("gateway.listen.tls-certificate is not set but gateway.listen.tls-key is: set both");
    }

    @Test
    void demandsTlsOrPlainTextForTheHttpApi() {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.remove("gateway.http.plain-text");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .hasMessage("gateway.http.tls-certificate and gateway.http.tls-key are not set, and SQL clients have no"
                        + " certificate to share: set them, or gateway.http.plain-text = true for HTTP without TLS");
    }

    @Test
    void sharesTheCertificateOfSqlClients() {
        Map<String, String> texts = Map.of(
                "gateway.cdf.url", "https://cluster.example.com",
                "gateway.listen.tls-certificate", "cert.pem",
                "gateway.listen.tls-key", "key.pem");

        GatewayConfig config = ConfigLoader.load(texts, Map.of());

        assertThat(config.http().usedTls()).isEqualTo(config.listen().tls()).isPresent();
    }

    @Test
    void demandsAuthoritiesForCertificatesOfClients() {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.put("gateway.listen.client-certificates", "required");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .hasMessage(
                        "gateway.listen.client-ca is not set: gateway.listen.client-certificates needs the file of the"
                                + " authorities to trust");
    }

    @Test
    void saysHowAddressesAndChoicesAreWritten() {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.put("gateway.listen.allowed-addresses", "10.0.0.0/8, example.com");
        texts.put("gateway.listen.client-certificates", "maybe");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .hasMessageContaining("gateway.listen.allowed-addresses: 10.0.0.0/8, example.com (expected: all, or IP"
                        + " addresses and CIDR blocks like 10.0.0.0/8 with commas between them)")
                .hasMessageContaining(
                        "gateway.listen.client-certificates: maybe (expected: one of off, optional, required)");
    }

    @Test
    void demandsAllOfAnExternalStore() {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.put("gateway.store.url", "jdbc:postgresql://localhost/store");

        assertThatThrownBy(() -> ConfigLoader.load(texts, Map.of()))
                .hasMessage("gateway.store.user is not set: an external store needs gateway.store.url,"
                        + " gateway.store.user and gateway.store.password");
    }

    @Test
    void saysWhichFileCannotBeRead(@TempDir Path directory) {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(directory.resolve("absent")), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("configuration file " + directory.resolve("absent") + " cannot be read");
    }

    private static GatewayConfig explicit() {
        return new GatewayConfig(
                new ListenConfig(
                        "127.0.0.2",
                        5433,
                        Optional.of("sql.example.com"),
                        Optional.of(new TlsConfig(Path.of("/etc/gateway/cert.pem"), Path.of("/etc/gateway/key.pem"))),
                        true,
                        new ClientCertificateConfig(
                                Demand.REQUIRED, Optional.of(Path.of("/etc/gateway/ca.pem")), false),
                        AllowedAddresses.parse("10.0.0.0/8,::1")),
                new LoginConfig(50, 5, Duration.ofSeconds(20), 4, Duration.ofHours(1)),
                new HttpConfig(
                        "127.0.0.3",
                        8081,
                        Optional.of(new TlsConfig(Path.of("/etc/gateway/http.pem"), Path.of("/etc/gateway/http.key"))),
                        true,
                        AllowedAddresses.parse("127.0.0.1")),
                new CdfConfig(
                        URI.create("https://cdf.example.com"),
                        Optional.of(Path.of("/etc/gateway/token")),
                        List.of(URI.create("https://login.example.com/a"), URI.create("https://login.example.com/b")),
                        2,
                        false),
                new StoreConfig(
                        Optional.of(new ExternalStore(
                                "jdbc:postgresql://store.example.com/gateway", "gateway", new Secret("hush"))),
                        Optional.of(Path.of("/etc/gateway/store.key")),
                        Optional.of(new Secret("hush hush"))),
                new EngineConfig(Optional.of(Path.of("/usr/lib/postgresql/18/bin"))),
                new LimitConfig(
                        7,
                        3,
                        2,
                        new ByteSize(8L << 20),
                        new ByteSize(2L << 30),
                        new ByteSize(32L << 20),
                        new ByteSize(1L << 30),
                        Duration.ofMinutes(5),
                        500,
                        new ByteSize(5L << 20),
                        600,
                        50,
                        300),
                Path.of("/srv/gateway"));
    }

    private static List<String> keys() {
        return GatewayConfig.SETTINGS.stream()
                .flatMap(group -> group.settings().stream())
                .<String>map(Setting::key)
                .toList();
    }

    private static Path everything() {
        try {
            return Path.of(Objects.requireNonNull(ConfigLoaderTest.class.getResource("everything.properties"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
