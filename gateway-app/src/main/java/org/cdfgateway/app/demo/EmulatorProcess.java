package org.cdfgateway.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.app.Main;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * A CDF emulator in a JVM of its own, as CDF would be elsewhere, too: its data does not weigh on the gateway's heap. It
 * holds the reading end of a pipe from this process and ends when the pipe does, however this process ends.
 */
final class EmulatorProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 2;

    private final Process process;

    private EmulatorProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it without waiting for its data.
     *
     * @param dataDirectory where it keeps what is written
     */
    static EmulatorProcess start(int port, String scale, Path dataDirectory) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "emulator",
                "--port=" + port,
                "--control-port=0",
                "--scale=" + scale,
                "--data-dir=" + dataDirectory,
                "--until-input-ends");
        try {
            return new EmulatorProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "the CDF emulator cannot be started: " + e.getMessage())
                    .causedBy(e);
        }
    }

    /**
     * Waits until it serves and tells how to reach it.
     *
     * @throws GatewayException IO_ERROR when it ends before; it has said why on standard error
     */
    CdfProject awaitReady() {
        Map<String, String> told = new HashMap<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            while (true) {
                Optional<CdfProject> complete = CdfVariable.project(told);
                if (complete.isPresent()) {
                    return complete.get();
                }
                String line = lines.readLine();
                if (line == null) {
                    throw new GatewayException(ErrorKind.IO_ERROR, "the CDF emulator could not start")
                            .withHint("With --fresh it forgets what earlier demos wrote.");
                }
                int separator = line.indexOf('=');
                if (separator > 0) {
                    told.put(line.substring(0, separator), line.substring(separator + 1));
                }
            }
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "the CDF emulator could not start: " + e.getMessage())
                    .causedBy(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
