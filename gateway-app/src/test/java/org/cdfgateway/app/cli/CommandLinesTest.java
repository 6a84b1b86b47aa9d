package org.cdfgateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandLinesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "gateway, --help",
        "demo, demo --help",
        "serve, serve --help",
        "emulator, emulator --help",
        "migrate-sql, migrate-sql --help",
        "migrate-tables, migrate-tables --help",
        "check, check --help",
        "users, users --help",
        "users-create, users create --help",
        "users-list, users list --help",
        "users-show, users show --help",
        "users-update, users update --help",
        "users-delete, users delete --help",
        "tables, tables --help",
        "tables-list, tables list --help",
        "tables-show, tables show --help",
        "tables-create, tables create --help",
        "tables-import-model, tables import-model --help",
        "tables-infer, tables infer --help",
        "tables-delete, tables delete --help",
        "store, store --help",
        "store-keys, store keys --help",
        "store-rotate-key, store rotate-key --help",
        "store-backup, store backup --help",
        "store-restore, store restore --help",
        "audit, audit --help"
    })
    void explainsItself(String name, String arguments) throws Exception {
        int exitCode = run(arguments.split(" "));

        assertThat(exitCode).isZero();
        assertThat(out.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo(Golden.text("help/" + name + ".txt", out.toString()));
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("CDF PostgreSQL gateway ");
    }

    @Test
    void demandsACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("gateway: no command given\nTry: gateway --help\n");
    }

    @Test
    void suggestsWhatAMisspeltCommandMayMean() {
        assertThat(run("dmo")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: gateway demo");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            demo --pg-port 70000 | Invalid value for option '--pg-port': '70000' is no port (expected: 0 to 65535)
            demo --http-port x   | Invalid value for option '--http-port': 'x' is no port (expected: 0 to 65535)
            demo --scale huge    | Invalid value for option '--scale': 'huge' is no scale (expected: small, medium, large, or 0 to 5000000 assets)
            """)
    void saysWhatAnOptionTakes(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines("gateway: " + message + "\nTry: gateway demo --help\n");
    }

    @Test
    void listsAllMistakesOfAConfiguration() throws Exception {
        Path file = Files.writeString(
                directory.resolve("gateway.properties"), "gateway.cdf.uri = https://x\ngateway.http.port = many\n");

        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "gateway: unknown setting gateway.cdf.uri: did you mean gateway.cdf.url?",
                        "gateway: gateway.cdf.url is not set: put it into the configuration file or into the environment"
                                + " as GATEWAY_CDF_URL",
                        "gateway: gateway.http.port: many (expected: a whole number from 0 to 65535)");
    }

    @Test
    void namesTheFlagOfABusyPort() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exitCode = run(
                    "demo",
                    "--pg-port=0",
                    "--cdf-port=0",
                    "--http-port=" + busy.getLocalPort(),
                    "--state-dir=" + directory);

            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString().lines())
                    .containsExactly(
                            "gateway: port " + busy.getLocalPort() + " is in use",
                            "Choose another one with --http-port, or stop what listens there.");
        }
    }

    private int run(String... arguments) {
        CommandLine commandLine = CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return commandLine.execute(arguments);
    }
}
