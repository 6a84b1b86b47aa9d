package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.app.cli.CommandRun;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(GatewayExtension.class)
class UsersCommandsIT {
    private final RunningGateway gateway;
    private final SignUp signUp;

    @TempDir
    private Path directory;

    UsersCommandsIT(RunningGateway gateway) {
        this.gateway = gateway;
        this.signUp = gateway.signUp(EmulatorSettings.ADMIN);
    }

    @Test
    void manageAUserFromItsCreationToItsEnd() throws Exception {
        JsonNode created = json(users("create", "--json", "--nonce-file", nonceFile()));
        String username = created.path("username").asText();
        DemoUser user =
                new DemoUser(username, new Secret(created.path("password").asText()));
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, "SELECT id FROM assets LIMIT 1")).hasSize(1);

            CommandRun shown = users("show", username);
            assertThat(shown.out())
                    .contains("username: " + username, "sessionId: " + created.path("sessionId"), "createdTime: 20")
                    .doesNotContain(user.password().reveal());
            assertThat(users("list").out().lines())
                    .anySatisfy(line ->
                            assertThat(line).startsWith(username + "  20").contains("  session "));

            JsonNode updated = json(users("update", "--json", "--nonce-file", nonceFile(), username));
            assertThat(updated.path("sessionId")).isNotEqualTo(created.path("sessionId"));
            assertThat(Rows.of(connection, "SELECT id FROM assets LIMIT 1")).hasSize(1);
        }

        assertThat(users("delete", username).exitCode()).isZero();
        CommandRun again = users("delete", username);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("answered 400: gateway user not found: " + username);
        assertThat(users("delete", "--ignore-unknown", username).exitCode()).isZero();
    }

    @Test
    void checkNamesTheCapabilitiesThatAUserLacks() throws Exception {
        EmulatedClient client = new EmulatedClient(
                "reader-of-assets",
                "secret",
                List.of(
                        Capability.of("sessionsAcl", "CREATE"),
                        Capability.of("projectsAcl", "LIST"),
                        Capability.of("groupsAcl", "LIST"),
                        Capability.of("postgresGatewayAcl", "READ", "WRITE"),
                        Capability.of("assetsAcl", "READ")));
        gateway.cdf().access().put(client);
        DemoUser user = gateway.signUp(client).newUser();

        CommandRun text = run("check", user.username());

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out().lines())
                .contains(
                        "assets: read yes, insert NO, update NO, delete NO; the group needs assetsAcl:WRITE",
                        "units: read yes")
                .anySatisfy(
                        line -> assertThat(line).startsWith("events: read NO").contains("eventsAcl:READ"));
        assertThat(run("check", "--json", user.username()).out().lines().findFirst())
                .contains("{\"tablename\":\"assets\",\"action\":\"read\",\"allowed\":true,\"scope\":\"all\","
                        + "\"missing\":[]}");
    }

    @Test
    void saysWhatIsMissing() {
        CommandRun run =
                CommandRun.of("users", "list", "--url", gateway.httpUrl().toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("gateway: missing: the CDF project: use --project or CDF_PROJECT");
    }

    @Test
    void showsNoTokenThatIsRefused() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "not-a-token\n");

        CommandRun run = CommandRun.of(
                "users",
                "list",
                "--url",
                gateway.httpUrl().toString(),
                "--project",
                "demo",
                "--token-file",
                token.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("answered 401").doesNotContain("not-a-token");
    }

    private CommandRun users(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("users"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private CommandRun run(String... arguments) throws IOException {
        Path token = Files.writeString(
                directory.resolve("token"), signUp.accessToken().reveal() + "\n");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--url", gateway.httpUrl().toString(), "--project", "demo", "--token-file", token.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private String nonceFile() throws IOException {
        Secret nonce = signUp.nonce(signUp.accessToken());
        return Files.writeString(directory.resolve("nonce"), nonce.reveal()).toString();
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }
}
