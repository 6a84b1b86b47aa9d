package org.cdfgateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class MigrateCommandsTest {

    private static final String OLD = "\uFEFF-- Å\r\nSELECT name FROM timeseries;\r\n";
    private static final String NEW = "\uFEFF-- Å\r\nSELECT name FROM time_series;\r\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void printsTheRewrittenSql() throws Exception {
        Path file = Files.writeString(directory.resolve("a.sql"), OLD);

        assertThat(run("migrate-sql", file.toString())).isZero();
        assertThat(out).hasToString(NEW);
        assertThat(file).hasContent(OLD);
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void readsStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(OLD.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("migrate-sql")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out).hasToString(NEW);
    }

    @Test
    void rewritesDirectoriesInPlace() throws Exception {
        Path nested = Files.createDirectories(directory.resolve("jobs"));
        Path old = Files.writeString(nested.resolve("old.SQL"), OLD);
        Path current = Files.writeString(nested.resolve("new.sql"), NEW);
        Path other = Files.writeString(nested.resolve("old.txt"), OLD);

        assertThat(run("migrate-sql", "--in-place", directory.toString())).isZero();
        assertThat(out).hasToString(old + ": rewritten\n");
        assertThat(Files.readString(old)).isEqualTo(NEW);
        assertThat(Files.readString(current)).isEqualTo(NEW);
        assertThat(Files.readString(other)).isEqualTo(OLD);
    }

    @Test
    void checkFailsOnWhatWouldChange() throws Exception {
        Path file = Files.writeString(directory.resolve("a.sql"), OLD);

        assertThat(run("migrate-sql", "--check", file.toString())).isEqualTo(1);
        assertThat(out).hasToString(file + ": would change\n");
        assertThat(Files.readString(file)).isEqualTo(OLD);
    }

    @Test
    void checkFailsOnWhatNeedsAPerson() throws Exception {
        Path file = Files.writeString(directory.resolve("a.sql"), "\nSELECT\n  t.legacy_name FROM time_series t");

        assertThat(run("migrate-sql", "--check", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(file + ":3:5: problem: column legacy_name of t does not exist in 2.0. Take it out");
    }

    @Test
    void checkAcceptsNotes() throws Exception {
        Path file = Files.writeString(directory.resolve("a.sql"), "SELECT * FROM assets");

        assertThat(run("migrate-sql", "--check", file.toString())).isZero();
        assertThat(err.toString()).contains(":1:8: note: * on assets returns more columns than in 1.0");
    }

    @Test
    void printsADiff() throws Exception {
        Path file = Files.writeString(directory.resolve("a.sql"), "SELECT key FROM raw;\n");

        assertThat(run("migrate-sql", "--diff", file.toString())).isZero();
        assertThat(out).hasToString("""
                --- a/%1$s
                +++ b/%1$s
                @@ -1,1 +1,1 @@
                -SELECT key FROM raw;
                +SELECT _raw_key AS key FROM raw_rows;
                """.formatted(file));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Path latin = Files.write(directory.resolve("latin.sql"), "-- Å".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("migrate-sql", latin.toString())).isEqualTo(1);
        assertThat(run("migrate-sql", directory + "/none.sql")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "gateway: " + latin + " is not UTF-8",
                        "Convert it to UTF-8.",
                        "gateway: " + directory + "/none.sql does not exist");
    }

    @Test
    void takesOneActionAtATime() {
        assertThat(run("migrate-sql", "--check", "--diff", "a.sql")).isEqualTo(2);
        assertThat(run("migrate-sql", "--in-place")).isEqualTo(2);
        assertThat(err.toString())
                .contains("mutually exclusive")
                .contains("gateway: --in-place needs files, not standard input");
    }

    @Test
    void convertsTables() throws Exception {
        Path dump = Files.writeString(
                directory.resolve("dump.json"),
                "{\"destination\": \"raw\", \"name\": \"p\", \"columns\": [\"a\"], \"options\": {\"database\": \"d\", \"table\": \"t\"}}");

        assertThat(run("migrate-tables", dump.toString())).isZero();
        assertThat(out.toString()).contains("\"tablename\" : \"p\"");
    }

    @Test
    void inferringNeedsToKnowCdf() {
        assertThat(run("migrate-tables", "--infer", "dump.json")).isEqualTo(2);
        assertThat(err.toString()).contains("gateway: missing: --cdf-url or CDF_URL");
    }

    private int run(String... arguments) {
        return CommandLines.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .execute(arguments);
    }
}
