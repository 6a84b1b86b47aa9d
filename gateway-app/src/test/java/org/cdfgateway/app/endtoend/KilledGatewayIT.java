package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.app.Main;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway in a process of its own that is killed as soon as it has answered 200. */
class KilledGatewayIT {
    private static final Pattern READY = Pattern.compile("ready: SQL on \\S+:(\\d+), HTTP on \\S+:(\\d+)");

    private CdfEmulator cdf;
    private Process process;
    private int sqlPort;
    private AdminCalls admin;

    @TempDir
    private Path directory;

    @BeforeEach
    void startCdf() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(new Volume(10, 10, 1, 1)));
        startGateway();
    }

    @AfterEach
    void stop() throws Exception {
        kill();
        cdf.close();
    }

    @Test
    void losesNothingThatItHasAcknowledged() throws Exception {
        DemoUser user = admin.signUp().newUser();
        killAndStart();
        assertThat(assets(user)).isEqualTo(10);

        admin.revokeSessionOf(user);
        admin.renew(user);
        killAndStart();
        assertThat(assets(user)).isEqualTo(10);

        admin.delete(user);
        killAndStart();
        assertThatThrownBy(() -> assets(user))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
    }

    private long assets(DemoUser user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + sqlPort + "/" + user.username(),
                user.username(),
                user.password().reveal())) {
            return Rows.count(connection, "SELECT count(*) FROM assets");
        }
    }

    private void killAndStart() throws Exception {
        kill();
        startGateway();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void startGateway() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--config",
                        LocalGateway.configFile(directory, LocalGateway.settings(directory.resolve("state"), cdf))
                                .toString()))
                .redirectErrorStream(true)
                .start();
        Matcher ready = awaitReady(process.inputReader());
        sqlPort = Integer.parseInt(ready.group(1));
        URI url = URI.create("http://127.0.0.1:" + ready.group(2));
        admin = new AdminCalls(cdf, new SignUp(LocalGateway.project(cdf, EmulatorSettings.ADMIN), url), url);
    }

    private static Matcher awaitReady(BufferedReader log) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            told.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready;
            }
        }
        throw new IllegalStateException("the gateway ended: " + told);
    }
}
