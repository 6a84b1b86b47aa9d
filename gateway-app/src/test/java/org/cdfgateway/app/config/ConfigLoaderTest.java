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
import org.cdfgateway.app.config.StoreConfig.ExternalStore;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    private static final Map<String, String> LEAST =
            Map.of("gateway.cdf.url", "https://cluster.example.com", "gateway.listen.plain-text-allowed", "true");

    @Test
    void defaultsHoldForWhatIsNotSet() {
        GatewayConfig config = ConfigLoader.load(LEAST, Map.of());

        assertThat(config)
                .isEqualTo(new GatewayConfig(
                        new ListenConfig("0.0.0.0", 5432, Optional.empty(), Optional.empty(), true),
                        new HttpConfig("127.0.0.1", 8080),
                        new CdfConfig(URI.create("https://cluster.example.com"), Optional.empty(), 8, true),
                        new StoreConfig(Optional.empty(), Optional.empty()),
                        new EngineConfig(Optional.empty()),
                        new LimitConfig(
                                100,
                                20,
                                new ByteSize(64L << 20),
                                new ByteSize(1L << 30),
                                new ByteSize(64L << 20),
                                new ByteSize(4L << 30),
                                Duration.ofHours(1),
                                10_000,
                                new ByteSize(16L << 20),
                                10_000),
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
                        true),
                new HttpConfig("127.0.0.3", 8081),
                new CdfConfig(
                        URI.create("https://cdf.example.com"), Optional.of(Path.of("/etc/gateway/token")), 2, false),
                new StoreConfig(
                        Optional.of(new ExternalStore(
                                "jdbc:postgresql://store.example.com/gateway", "gateway", new Secret("hush"))),
                        Optional.of(Path.of("/etc/gateway/store.key"))),
                new EngineConfig(Optional.of(Path.of("/usr/lib/postgresql/18/bin"))),
                new LimitConfig(
                        7,
                        3,
                        new ByteSize(8L << 20),
                        new ByteSize(2L << 30),
                        new ByteSize(32L << 20),
                        new ByteSize(1L << 30),
                        Duration.ofMinutes(5),
                        500,
                        new ByteSize(5L << 20),
                        600),
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
