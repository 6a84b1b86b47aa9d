package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.app.cli.CommandRun;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(GatewayExtension.class)
class TablesCommandsIT {
    private final RunningGateway gateway;
    private final SignUp signUp;
    private final DemoUser user;

    @TempDir
    private Path directory;

    TablesCommandsIT(RunningGateway gateway) {
        this.gateway = gateway;
        this.signUp = gateway.signUp(EmulatorSettings.ADMIN);
        this.user = signUp.newUser();
    }

    private CommandRun tables(String command, String... arguments) throws IOException {
        Path token = Files.writeString(
                directory.resolve("token"), signUp.accessToken().reveal());
        List<String> all = new ArrayList<>(List.of(
                "tables",
                command,
                "--url",
                gateway.httpUrl().toString(),
                "--project",
                "demo",
                "--token-file",
                token.toString()));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void manageATableFromItsCreationToItsEnd() throws Exception {
        CommandRun created = tables(
                "create",
                user.username(),
                "--name=My pumps",
                "--database=cli",
                "--table=pumps",
                "--primary-key=tag",
                "--column=tag=TEXT",
                "--column=pressure=DOUBLE PRECISION");
        assertThat(created.err()).isEmpty();
        assertThat(created.out().strip()).isEqualTo("raw_rows  My pumps  database=cli table=pumps primaryKey=tag");
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, "SELECT count(pressure) FROM \"My pumps\""))
                    .containsExactly("0");
        }
        assertThat(tables("list", user.username()).out()).isEqualTo(created.out());
        assertThat(tables("show", user.username(), "My pumps").out().lines())
                .containsExactly(created.out().strip(), "  tag  TEXT", "  pressure  DOUBLE PRECISION");
        assertThat(tables("list", "--built-in", user.username()).out()).contains("built_in  assets");

        assertThat(tables("delete", user.username(), "My pumps").exitCode()).isZero();
        assertThat(tables("list", user.username()).out()).isEmpty();
        assertThat(tables("delete", user.username(), "My pumps").err()).contains("table not found: My pumps");
        assertThat(tables("delete", "--ignore-unknown", user.username(), "My pumps")
                        .exitCode())
                .isZero();
    }

    @Test
    void createFromAFileWhatListPrints() throws Exception {
        Path file = Files.writeString(directory.resolve("tables.json"), """
                [{"type": "raw_rows", "tablename": "a", "options": {"database": "cli", "table": "a"}, "columns": {"x": {"type": "BIGINT"}}},
                 {"type": "raw_rows", "tablename": "b", "options": {"database": "cli", "table": "b"}, "columns": {"x": {"type": "JSON"}}}]
                """);

        CommandRun created = tables("create", user.username(), file.toString());

        assertThat(created.err()).isEmpty();
        assertThat(created.out().lines())
                .containsExactly("raw_rows  a  database=cli table=a", "raw_rows  b  database=cli table=b");
        assertThat(tables("create", user.username(), file.toString()).err())
                .contains("answered 409: table exists already: a, b");
    }

    @Test
    void inferATableFromItsRowsAndCreateIt() throws Exception {
        try (Connection connection = gateway.connect(user)) {
            Rows.update(
                    connection,
                    "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES"
                            + " ('cli', 'seen', 'a', '{\"tag\": \"a\", \"pressure\": 1.5, \"runs\": 3}'),"
                            + " ('cli', 'seen', 'b', '{\"tag\": \"b\", \"pressure\": 2, \"runs\": null}')");
        }
        Path token = Files.writeString(
                directory.resolve("token"), signUp.accessToken().reveal());

        CommandRun inferred = CommandRun.of(
                "tables",
                "infer",
                "--cdf-url",
                gateway.cdf().baseUri().toString(),
                "--project",
                "demo",
                "--token-file",
                token.toString(),
                "--database",
                "cli",
                "--table",
                "seen",
                "--primary-key",
                "tag");

        assertThat(inferred.exitCode()).as(inferred.err()).isZero();
        assertThat(inferred.err())
                .contains("2 rows, the whole table", "pressure  DOUBLE PRECISION", "runs  BIGINT  (1 integer, 1 null)");
        Path proposal = Files.writeString(directory.resolve("proposal.json"), inferred.out());
        assertThat(tables("create", user.username(), proposal.toString()).err()).isEmpty();
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, "SELECT tag, pressure, runs FROM seen ORDER BY tag"))
                    .containsExactly("a|1.5|3", "b|2|null");
        }
    }

    @Test
    void sayWhatIsMissing() throws Exception {
        CommandRun run = tables("create", user.username());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("give a FILE, or --name and what the table shows");
    }
}
