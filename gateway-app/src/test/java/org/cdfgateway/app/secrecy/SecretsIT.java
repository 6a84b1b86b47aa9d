package org.cdfgateway.app.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.cdfgateway.app.cli.CommandRun;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.app.endtoend.AdminCalls;
import org.cdfgateway.app.endtoend.LocalGateway;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.Test;

/** A whole life of users, good and bad, with every log at its most talkative. */
class SecretsIT {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(4);
    private static final EmulatedClient APP = EmulatedClient.admin("app", "client-secret-of-the-app");

    private final List<String> said = new ArrayList<>();
    private final TreeSet<String> secrets = new TreeSet<>();

    @Test
    void noSecretIsEverLoggedAnsweredOrStored() throws Exception {
        try (CapturedLogs logs = new CapturedLogs();
                CdfEmulator cdf = CdfEmulator.start(EmulatorSettings.defaults()
                        .withVolume(new Volume(10, 10, 1, 1))
                        .withTokenLife(TOKEN_LIFE));
                RecordingProxy proxy = RecordingProxy.before(cdf.baseUri());
                LocalGateway gateway = LocalGateway.start(
                        cdf,
                        Map.of(
                                "gateway.cdf.url", proxy.url().toString(),
                                "gateway.cdf.token-urls", cdf.tokenUri().toString()))) {
            cdf.access().put(APP);
            live(gateway);
            secrets.addAll(proxy.secrets());
            secrets.add(APP.secret());
            Path state = gateway.stateDirectory();
            secrets.add(Files.readString(state.resolve("encryption.key")).strip());
            secrets.add(
                    Files.readString(state.resolve("store").resolve("secret")).strip());
            secrets.add(
                    Files.readString(state.resolve("engine").resolve("secret")).strip());

            assertThat(secrets).as("what was told on the way").hasSizeGreaterThan(15);
            assertThat(logs.lines()).anyMatch(line -> line.startsWith("com.zaxxer.hikari"));
            assertNoneIn("logs", logs.lines());
            assertNoneIn("answers and errors", said);
            assertNoneIn("logs of PostgreSQL", postgresLogs(state));
            assertNoneIn("the backup, which is all of the store", backup(gateway));
        }
    }

    private void live(LocalGateway gateway) throws Exception {
        AdminCalls admin = gateway.adminCalls(EmulatorSettings.ADMIN);
        DemoUser user = newUser(admin.signUp());
        DemoUser client = createOfClient(admin);
        answered(admin.post("/list", "{}").body());
        answered(admin.post("/byids", AdminCalls.named(user)).body());
        answered(admin.post("", "{\"items\": [{\"credentials\": {\"nonce\": \"" + secret("unknown-nonce-1") + "\"}}]}")
                .body());
        answered(admin.post("", "{\"items\": [{\"credentials\": {\"nonce\": \"" + secret("malformed-nonce-2") + "\"}]}")
                .body());
        answered(admin.post(
                        "",
                        "{\"items\": [{\"credentials\": {\"clientCredentials\": {\"clientId\": \"app\","
                                + " \"clientSecret\": \"" + secret("wrong-client-secret-3") + "\"}}}]}")
                .body());
        fails(() -> gateway.connect(new DemoUser(user.username(), new Secret(secret("wrong-password-4")))));
        try (Connection connection = gateway.connect(user);
                Connection other = gateway.connect(client)) {
            await("tokens are replaced").pollDelay(TOKEN_LIFE).until(() -> count(connection) + count(other) == 20);
            admin.revokeSessionOf(user);
            fails(() -> count(connection));
            admin.renew(user);
            assertThat(count(connection)).isEqualTo(10);
            admin.delete(user);
            fails(() -> count(connection));
        }
        String config = "--config=" + gateway.configFile();
        for (String command : List.of("audit", "store keys", "store rotate-key", "audit --json")) {
            CommandRun run = CommandRun.of((command + " " + config).split(" "));
            answered(run.out() + run.err());
        }
    }

    private DemoUser newUser(SignUp signUp) {
        DemoUser user = signUp.newUser();
        secrets.add(user.password().reveal());
        answered(user.toString());
        return user;
    }

    /** Its answer holds the password, so it is not among what was said. */
    private DemoUser createOfClient(AdminCalls admin) {
        String created = admin.post(
                        "",
                        "{\"items\": [{\"credentials\": {\"clientCredentials\": {\"clientId\": \"" + APP.id()
                                + "\", \"clientSecret\": \"" + APP.secret() + "\"}}}]}")
                .body();
        String password = created.replaceAll(".*\"password\":\"([^\"]+)\".*", "$1");
        secrets.add(password);
        return new DemoUser(created.replaceAll(".*\"username\":\"([^\"]+)\".*", "$1"), new Secret(password));
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }

    private void answered(String text) {
        said.add(text);
    }

    private void fails(Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(SQLException.class, e -> said.add(e.toString()));
    }

    /** Something that a client tries. */
    private interface Attempt {
        Object run() throws SQLException;
    }

    private static long count(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM assets")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void assertNoneIn(String where, List<String> texts) {
        for (String secret : secrets) {
            assertThat(texts.stream().filter(text -> text.contains(secret)).findFirst())
                    .as("%s hold the secret %s", where, secret)
                    .isEmpty();
        }
    }

    private static List<String> postgresLogs(Path state) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String cluster : List.of("store", "engine")) {
            Path log = state.resolve(cluster).resolve("postgresql.log");
            texts.add(Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "");
        }
        return texts;
    }

    private static List<String> backup(LocalGateway gateway) throws IOException {
        Path file = gateway.stateDirectory().resolve("backup.zip");
        CommandRun run = CommandRun.of("store", "backup", "--config=" + gateway.configFile(), file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> texts = new ArrayList<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts).hasSizeGreaterThan(2);
        return texts;
    }
}
