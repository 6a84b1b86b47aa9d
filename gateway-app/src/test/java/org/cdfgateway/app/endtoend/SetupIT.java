package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cdfgateway.app.Main;
import org.junit.jupiter.api.Test;

/** The walkthrough as a script. */
class SetupIT {
    private static final Path SCRIPT = Path.of("..", "docs", "setup-emulator.sh");

    @Test
    void theWalkthroughEndsWithASelect() throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).map(Path::of))
                .as("the script needs curl")
                .anyMatch(directory -> Files.isExecutable(directory.resolve("curl")));
        String java = Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                + System.getProperty("java.class.path") + " ";
        ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString());
        script.command().addAll(List.of(java.strip().split(" ")));
        script.command().add(CountAssets.class.getName());
        script.environment().put("GATEWAY_COMMAND", java + Main.class.getName());

        Process process = script.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("sessionId: ").endsWith("10 assets\n");
    }

    /** Connects as psql would, by the environment. */
    static final class CountAssets {
        private CountAssets() {}

        public static void main(String[] arguments) throws SQLException, IOException {
            Map<String, String> environment = System.getenv();
            String url = "jdbc:postgresql://" + environment.get("PGHOST") + ":" + environment.get("PGPORT") + "/"
                    + environment.get("PGDATABASE");
            try (Connection connection =
                    DriverManager.getConnection(url, environment.get("PGUSER"), environment.get("PGPASSWORD"))) {
                String line = Rows.count(connection, "SELECT count(*) FROM assets") + " assets\n";
                System.out.write(line.getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
    }
}
