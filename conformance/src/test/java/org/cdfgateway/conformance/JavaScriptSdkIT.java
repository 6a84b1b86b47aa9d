package org.cdfgateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cognite's JavaScript SDK does its usual work. Needs {@code node} and {@code npm}; where they are not installed it is
 * skipped, unless the environment has {@code CONFORMANCE_REQUIRED}, as the build that decides has.
 */
class JavaScriptSdkIT {
    private static final List<String> FILES = List.of(
            "package.json", "project.mjs", "classic.test.mjs", "data.test.mjs", "filters.test.mjs", "loops.test.mjs");
    private static final long MINUTES = 5;

    @TempDir
    Path directory;

    @Test
    void worksAsAgainstCdf() throws Exception {
        assumeTrue(
                System.getenv("CONFORMANCE_REQUIRED") != null || (isInstalled("node") && isInstalled("npm")),
                "node and npm are not installed");
        for (String file : FILES) {
            Files.copy(Path.of("src/test/js", file), directory.resolve(file));
        }
        run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
        try (CdfEmulator cdf = CdfEmulator.start(EmulatorSettings.defaults())) {
            run(
                    Map.of(
                            "CDF_URL", cdf.baseUri().toString(),
                            "CDF_PROJECT", "demo",
                            "CDF_TOKEN_URL", cdf.tokenUri().toString(),
                            "CDF_CLIENT_ID", EmulatorSettings.ADMIN.id(),
                            "CDF_CLIENT_SECRET", EmulatorSettings.ADMIN.secret()),
                    "node",
                    "--test");
        }
    }

    private static boolean isInstalled(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Map<String, String> environment, String... command) throws Exception {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
