package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * What became of a short command.
 *
 * @param output standard output and standard error together
 */
record CommandOutcome(int exitCode, String output) {

    private static final int CANNOT_START = 127;

    /** Runs a command to its end in a clean environment. A command that cannot be started has exit code 127. */
    static CommandOutcome of(List<String> command, Path workingDirectory) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        cleanEnvironment(builder.environment());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandOutcome(process.waitFor(), output);
        } catch (IOException e) {
            return new CommandOutcome(CANNOT_START, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "interrupted while running " + command.get(0))
                    .causedBy(e);
        }
    }

    /** The gateway's own environment may hold secrets and settings (PGDATA, LC_ALL) that are not for PostgreSQL. */
    static void cleanEnvironment(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
