package org.cdfgateway.app.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen for a demo.
 *
 * @param scale how much sample data CDF holds, as the emulator understands it
 * @param stateDirectory empty for one of the user
 * @param environmentFile written once everything is ready
 */
public record DemoOptions(
        DemoPort sqlPort,
        DemoPort httpPort,
        DemoPort cdfPort,
        String scale,
        Optional<Path> stateDirectory,
        Optional<Path> environmentFile) {

    Path effectiveStateDirectory() {
        return stateDirectory
                .orElseGet(() -> DemoStateDirectory.standard(
                        System.getProperty("user.name"), Path.of(System.getProperty("user.home")), System.getenv()))
                .toAbsolutePath();
    }

    /** The gateway's settings for a demo before this CDF. */
    Map<String, String> settings(String cdfUrl) {
        return Map.of(
                "gateway.cdf.url",
                cdfUrl,
                "gateway.listen.address",
                "127.0.0.1",
                "gateway.listen.port",
                Integer.toString(sqlPort.number()),
                "gateway.listen.public-host",
                "127.0.0.1",
                "gateway.listen.plain-text-allowed",
                "true",
                "gateway.http.address",
                "127.0.0.1",
                "gateway.http.port",
                Integer.toString(httpPort.number()),
                "gateway.state-dir",
                effectiveStateDirectory().toAbsolutePath().toString());
    }
}
