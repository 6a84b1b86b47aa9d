package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Map;
import org.cdfgateway.app.cli.CommandRun;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The commands of operators beside a running gateway. */
@TestInstance(Lifecycle.PER_CLASS)
class StoreCommandsIT {
    private static final String QUERY = "SELECT id FROM assets LIMIT 1";

    private CdfEmulator cdf;
    private LocalGateway gateway;
    private AdminCalls admin;
    private String config;

    @TempDir
    private Path directory;

    @BeforeAll
    void start() throws IOException {
        cdf = CdfEmulator.start(EmulatorSettings.defaults().withVolume(new Volume(10, 10, 1, 1)));
        gateway = LocalGateway.start(cdf, Map.of());
        admin = gateway.adminCalls(EmulatorSettings.ADMIN);
        config = "--config=" + gateway.configFile();
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
        cdf.close();
    }

    @Test
    void aRunningGatewayCopesWithANewKey() throws Exception {
        DemoUser user = admin.signUp().newUser();
        try (Connection connection = gateway.connect(user)) {
            CommandRun rotation = CommandRun.of("store", "rotate-key", config);
            admin.revokeSessionOf(user);
            admin.renew(user);

            assertThat(rotation.exitCode()).as(rotation.err()).isZero();
            assertThat(rotation.out()).contains("secrets were encrypted with key");
            assertThat(Rows.of(connection, QUERY)).hasSize(1);
            assertThat(CommandRun.of("store", "rotate-key", "--keep-first", config)
                            .out())
                    .startsWith("0 secrets were encrypted with key");
            assertThat(CommandRun.of("store", "keys", config).out().lines())
                    .singleElement()
                    .asString()
                    .endsWith("encrypts new ones");
        }
    }

    @Test
    void aUserOfABackupLogsInAtAGatewayInANewDirectory() throws Exception {
        DemoUser user = admin.signUp().newUser();
        Path backup = directory.resolve("backup.zip");
        assertThat(CommandRun.of("store", "backup", config, backup.toString()).exitCode())
                .isZero();
        Path state = Files.createDirectory(directory.resolve("new-state"));
        String newConfig = "--config=" + LocalGateway.configFile(directory, LocalGateway.settings(state, cdf));

        CommandRun withoutKey = CommandRun.of("store", "restore", newConfig, backup.toString());
        Files.copy(gateway.stateDirectory().resolve("encryption.key"), state.resolve("encryption.key"));
        CommandRun restore = CommandRun.of("store", "restore", newConfig, backup.toString());

        assertThat(withoutKey.exitCode()).isEqualTo(1);
        assertThat(withoutKey.err()).contains("There is no encryption key file");
        assertThat(restore.exitCode()).as(restore.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        try (LocalGateway restored = LocalGateway.startIn(state, cdf, Map.of());
                Connection connection = restored.connect(user)) {
            assertThat(Rows.of(connection, QUERY)).hasSize(1);
        }
    }

    @Test
    void theAuditTellsWhoDidWhat() throws Exception {
        DemoUser user = admin.signUp().newUser();
        admin.renew(user);
        admin.delete(user);

        CommandRun text = CommandRun.of("audit", config, "--user", user.username());
        CommandRun json = CommandRun.of("audit", config, "--user", user.username(), "--json", "--limit", "1");

        assertThat(text.out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("  done  ", "  demo  " + user.username() + "  " + EmulatorSettings.ADMIN.id()));
        JsonNode last = new JsonMapper().readTree(json.out());
        assertThat(last.path("action").asText()).isEqualTo("delete_user");
        assertThat(last.path("time").isIntegralNumber()).isTrue();
        assertThat(CommandRun.of("audit", config, "--until", "2000-01-01T00:00:00Z")
                        .out())
                .isEmpty();
    }
}
