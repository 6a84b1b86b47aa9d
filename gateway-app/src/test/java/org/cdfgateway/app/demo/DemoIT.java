package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.cdfgateway.app.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts it: a process of its own. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Shared, since the first start in a state directory takes its time. */
    @TempDir
    private static Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (Process process : started) {
            List<ProcessHandle> family = process.descendants().toList();
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            awaitEnd(family);
        }
        Files.deleteIfExists(directory.resolve("env-1"));
        Files.deleteIfExists(directory.resolve("env-2"));
    }

    @Test
    void printsTheResultOfAQueryAndExits() throws Exception {
        Process demo = demo("--query", "SELECT count(*) AS n, 'a' AS letter FROM raw_tables WHERE _raw_table = 'none'");

        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEqualTo("""
                         n | letter
                        ---+--------
                         0 | a
                        (1 row)
                        """);
        assertThat(demo.waitFor()).isZero();
    }

    @Test
    void tellsWhatIsWrongWithAQuery() throws Exception {
        Process demo = demo("--query", "SELECT nonsense FROM assets");

        assertThat(demo.waitFor()).isEqualTo(1);
        assertThat(errors()).contains("ERROR:  column \"nonsense\" does not exist");
    }

    @Test
    void runsBesideAnotherUntilItIsStopped() throws Exception {
        Process first = demo();
        Map<String, String> environment = awaitEnvironment("1");
        Process second = demo();
        awaitEnvironment("2");
        List<ProcessHandle> family = first.descendants().toList();

        first.destroy();

        assertThat(environment)
                .containsKeys(
                        "PGHOST",
                        "PGPORT",
                        "PGUSER",
                        "PGPASSWORD",
                        "PGDATABASE",
                        "PGSSLMODE",
                        "GATEWAY_URL",
                        "GATEWAY_PID",
                        "CDF_URL",
                        "CDF_PROJECT",
                        "CDF_TOKEN_URL",
                        "CDF_CLIENT_ID",
                        "CDF_CLIENT_SECRET")
                .containsEntry("GATEWAY_PID", Long.toString(first.pid()));
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitEnd(family);
        assertThat(second.isAlive()).isTrue();
    }

    @Test
    void leavesNothingRunningWhenItIsKilled() throws Exception {
        Process demo = demo();
        awaitEnvironment("1");
        List<ProcessHandle> family = demo.descendants().toList();
        assertThat(family).isNotEmpty();

        demo.destroyForcibly();

        awaitEnd(family);
    }

    @Test
    void rowsAndUsersAreThereAgainAfterItWasKilled() throws Exception {
        Process first = demo();
        Map<String, String> user = awaitEnvironment("1");
        try (Connection connection = connect(user, user);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO events (external_id) VALUES ('kept')");
        }
        List<ProcessHandle> family = first.descendants().toList();
        first.destroyForcibly();
        awaitEnd(family);
        first.waitFor();
        started.clear();
        Files.delete(directory.resolve("env-1"));

        demo();
        Map<String, String> again = awaitEnvironment("1");

        try (Connection connection = connect(again, user);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM events WHERE external_id = 'kept'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private static Connection connect(Map<String, String> server, Map<String, String> user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.get("PGHOST") + ":" + server.get("PGPORT") + "/" + user.get("PGDATABASE"),
                user.get("PGUSER"),
                user.get("PGPASSWORD"));
    }

    private Process demo(String... more) throws IOException {
        String number = Integer.toString(started.size() + 1);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--pg-port=0",
                "--http-port=0",
                "--cdf-port=0",
                "--scale=10",
                "--state-dir=" + directory.resolve("state-" + number),
                "--env-file=" + directory.resolve("env-" + number)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .start();
        started.add(process);
        return process;
    }

    private Map<String, String> awaitEnvironment(String number) throws IOException {
        Path file = directory.resolve("env-" + number);
        Awaitility.await("the demo is ready").atMost(PATIENCE).until(() -> Files.exists(file));
        return Files.readAllLines(file).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("errors"));
    }

    private static void awaitEnd(List<ProcessHandle> family) {
        Awaitility.await("everything that the demo started has ended")
                .atMost(PATIENCE)
                .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }
}
