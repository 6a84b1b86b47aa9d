package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.engine.process.TestClusters.ask;
import static org.cdfgateway.engine.process.TestClusters.dataDirectory;
import static org.cdfgateway.engine.process.TestClusters.execute;
import static org.cdfgateway.engine.process.TestClusters.postmaster;
import static org.cdfgateway.engine.process.TestClusters.spec;
import static org.cdfgateway.engine.process.TestClusters.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path state;

    @Test
    void keepsDataFromOneStartToTheNext() throws Exception {
        try (Cluster cluster = start(state, "kept", Durability.DURABLE)) {
            execute(cluster, "CREATE TABLE t AS SELECT 42 AS a");
        }

        try (Cluster cluster = start(state, "kept", Durability.DURABLE)) {
            assertThat(ask(cluster, "SELECT a FROM t")).isEqualTo("42");
        }
    }

    @Test
    void stopsPostgresWhenClosed() throws Exception {
        long processId;
        try (Cluster cluster = start(state, "stopped", Durability.DISPOSABLE)) {
            processId = postmaster(state, "stopped");
            assertThat(cluster.access().address().getAddress().isLoopbackAddress())
                    .isTrue();
        }

        assertThat(TestClusters.isAlive(processId)).isFalse();
        assertThat(TestClusters.hasPostmaster(state, "stopped")).isFalse();
    }

    @Test
    void restartsOnTheSamePortWhenPostgresDies() throws Exception {
        try (Cluster cluster = start(state, "dying", Durability.DURABLE)) {
            execute(cluster, "CREATE TABLE t AS SELECT 42 AS a");
            int port = cluster.access().address().getPort();
            long first = postmaster(state, "dying");

            TestClusters.kill(first);

            await("restart")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(ask(cluster, "SELECT a FROM t")).isEqualTo("42"));
            assertThat(cluster.access().address().getPort()).isEqualTo(port);
            assertThat(postmaster(state, "dying")).isNotEqualTo(first);
        }
    }

    @Test
    void restartsAlthoughASessionGoesOnComputing() throws Exception {
        try (Cluster cluster = start(state, "computing", Durability.DISPOSABLE)) {
            CompletableFuture<Void> session = CompletableFuture.runAsync(() -> {
                try {
                    execute(cluster, "SELECT count(*) FROM generate_series(1, 1000000000) a");
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            await("the session computes")
                    .until(() -> ask(
                                    cluster,
                                    "SELECT count(*) > 1 FROM pg_stat_activity WHERE backend_type = 'client backend'")
                            .equals("t"));

            TestClusters.kill(postmaster(state, "computing"));

            await("restart")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(ask(cluster, "SELECT 1")).isEqualTo("1"));
            assertThat(session).failsWithin(SOON);
        }
    }

    @Test
    void cannotBeConnectedToWhileItDoesNotRun() throws Exception {
        try (Cluster cluster = start(state, "dead", Durability.DURABLE)) {
            Path control = dataDirectory(state, "dead").resolve("global").resolve("pg_control");
            Files.delete(control);
            TestClusters.kill(postmaster(state, "dead"));

            await("failed restart")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThatThrownBy(cluster::access)
                            .isInstanceOfSatisfying(
                                    GatewayException.class,
                                    e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANNOT_CONNECT_NOW))
                            .hasMessage("PostgreSQL cluster dead is not running at the moment"));
        }
    }

    @Test
    void offersADisposableClusterToTheKernelFirst() throws Exception {
        assumeThat(Path.of("/proc/self/oom_score_adj")).exists();
        try (Cluster cluster = start(state, "expendable", Durability.DISPOSABLE)) {
            assertThat(cluster.access().address().getPort()).isPositive();
            assertThat(Path.of("/proc/" + postmaster(state, "expendable") + "/oom_score_adj"))
                    .hasContent("500\n");
        }
    }

    @Test
    void survivesTheDeathOfABackend() throws Exception {
        try (Cluster cluster = start(state, "wounded", Durability.DURABLE)) {
            long first = postmaster(state, "wounded");

            TestClusters.kill(Long.parseLong(
                    ask(cluster, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'background writer'")));

            await("recovery")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(ask(cluster, "SELECT 42")).isEqualTo("42"));
            assertThat(postmaster(state, "wounded")).isEqualTo(first);
        }
    }

    @Test
    void belongsToOneGateway() {
        try (Cluster holder = start(state, "shared", Durability.DISPOSABLE)) {
            assertThat(holder.access().address().getPort()).isPositive();

            assertThatThrownBy(() -> start(state, "shared", Durability.DISPOSABLE))
                    .isInstanceOfSatisfying(GatewayException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ErrorKind.CANNOT_CONNECT_NOW);
                        assertThat(e.hint())
                                .hasValue("Stop that gateway, or give this one a state directory of its own.");
                    })
                    .hasMessageEndingWith("shared is in use by another gateway, process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void rebuildsADisposableClusterThatIsDamaged() throws Exception {
        try (Cluster cluster = start(state, "damaged", Durability.DISPOSABLE)) {
            execute(cluster, "CREATE TABLE t AS SELECT 42 AS a");
        }
        Files.delete(dataDirectory(state, "damaged").resolve("global").resolve("pg_control"));

        try (Cluster cluster = start(state, "damaged", Durability.DISPOSABLE)) {
            assertThat(ask(cluster, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
        }
    }

    @Test
    void rebuildsADisposableClusterWhenTheSystemWentDown() throws Exception {
        try (Cluster cluster = start(state, "unplugged", Durability.DISPOSABLE)) {
            execute(cluster, "CREATE TABLE t AS SELECT 42 AS a");
        }
        Files.writeString(state.resolve("unplugged").resolve("in-use-since-boot"), "another boot\n");

        try (Cluster cluster = start(state, "unplugged", Durability.DISPOSABLE)) {
            assertThat(ask(cluster, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
        }
    }

    @Test
    void leavesADurableClusterThatIsDamagedToAPerson() throws Exception {
        start(state, "precious", Durability.DURABLE).close();
        Path control = dataDirectory(state, "precious").resolve("global").resolve("pg_control");
        Files.delete(control);

        assertThatThrownBy(() -> start(state, "precious", Durability.DURABLE))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("precious/postgresql.log")))
                .hasMessageStartingWith("PostgreSQL cluster precious does not start: PostgreSQL ended with exit code")
                .hasMessageContaining("pg_control");
        assertThat(dataDirectory(state, "precious")).exists();
    }

    @Test
    void endsAnOrphanBeforeItStarts() throws Exception {
        start(state, "orphaned", Durability.DURABLE).close();
        Process orphan = orphan(dataDirectory(state, "orphaned"));
        await("orphan")
                .atMost(SOON)
                .until(() -> PostmasterFile.in(dataDirectory(state, "orphaned")).saysReady());

        try (Cluster cluster = start(state, "orphaned", Durability.DURABLE)) {
            assertThat(ask(cluster, "SELECT 42")).isEqualTo("42");
            assertThat(orphan.isAlive()).isFalse();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void leavesAlienProcessesAlone() throws Exception {
        start(state, "recycled", Durability.DURABLE).close();
        Process alien = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    PostmasterFile.in(dataDirectory(state, "recycled")).path(), alien.pid() + "\n");

            try (Cluster cluster = start(state, "recycled", Durability.DURABLE)) {
                assertThat(ask(cluster, "SELECT 42")).isEqualTo("42");
                assertThat(alien.isAlive()).isTrue();
            }
        } finally {
            alien.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin", ""})
    void runsAnInstalledPostgres(String named) throws Exception {
        start(state, "bundled", Durability.DISPOSABLE).close();
        Path bin;
        try (var directories = Files.newDirectoryStream(state, "postgresql-*")) {
            bin = directories.iterator().next().resolve(named);
        }
        Installation installation = new Installation(state, Optional.of(bin), ProcessOwner.NOBODY);

        try (Cluster cluster = Cluster.start(spec("installed", Durability.DISPOSABLE), installation, access -> {})) {
            assertThat(ask(cluster, "SHOW server_version_num")).startsWith("18");
        }
    }

    @Test
    void saysWhatIsWrongWithAnInstallation() {
        Installation installation = new Installation(state, Optional.of(state), ProcessOwner.NOBODY);

        assertThatThrownBy(() -> Cluster.start(spec("absent", Durability.DISPOSABLE), installation, access -> {}))
                .hasMessage("there are no programs postgres and initdb in " + state);
    }

    @Test
    void saysWhyPostgresDoesNotStart() {
        ClusterSpec broken =
                new ClusterSpec("broken", Durability.DURABLE, Map.of("shared_buffers", "nonsense"), List.of(), 0);

        assertThatThrownBy(() -> start(state, broken))
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void keepsItsSecretToItself() throws Exception {
        start(state, "secretive", Durability.DISPOSABLE).close();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.resolve("secretive").resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(state.resolve("secretive").resolve("data")).isDirectoryNotContaining("glob:**/password");
    }

    @Test
    void asksEverybodyForAPassword() throws Exception {
        try (Cluster cluster = start(state, "guarded", Durability.DISPOSABLE)) {
            assertThat(ask(
                            cluster,
                            "SELECT string_agg(DISTINCT auth_method || ' ' || address, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256 127.0.0.1");
            assertThat(ask(cluster, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(cluster, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    private static Process orphan(Path data) throws Exception {
        Path bin;
        try (var directories = Files.newDirectoryStream(state, "postgresql-*")) {
            bin = directories.iterator().next().resolve("bin");
        }
        List<String> command = Privileges.detect(ProcessOwner.NOBODY)
                .wrap(List.of(
                        bin.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-c",
                        "port=" + FreePort.pick(),
                        "-c",
                        "unix_socket_directories="));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
