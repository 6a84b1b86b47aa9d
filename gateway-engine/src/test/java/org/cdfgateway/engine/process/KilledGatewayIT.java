package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledGatewayIT {

    @TempDir
    Path state;

    @Test
    void takesPostgresAlong() throws Exception {
        Process gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledGateway.class.getName(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = gateway.inputReader()) {
            assertThat(output.readLine()).startsWith("port ");
            long postmaster = TestClusters.postmaster(state, "killed");
            assertThat(TestClusters.isAlive(postmaster)).isTrue();

            TestClusters.kill(gateway.pid());

            await("end of PostgreSQL")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !TestClusters.isAlive(postmaster) && !TestClusters.hasPostmaster(state, "killed"));
        } finally {
            gateway.destroyForcibly();
        }

        try (Cluster cluster = TestClusters.start(state, "killed", Durability.DURABLE)) {
            assertThat(TestClusters.ask(cluster, "SELECT 42")).isEqualTo("42");
        }
    }
}
