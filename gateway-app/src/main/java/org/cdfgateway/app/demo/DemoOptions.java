package org.cdfgateway.app.demo;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What can be chosen for a demo.
 *
 * @param scale how much sample data CDF holds, as the emulator understands it
 * @param stateDirectory empty for one of the user
 * @param isFresh forgets what earlier demos wrote to CDF
 * @param environmentFile written once everything is ready
 */
public record DemoOptions(
        DemoPort sqlPort,
        DemoPort httpPort,
        DemoPort cdfPort,
        String scale,
        Optional<Path> stateDirectory,
        boolean isFresh,
        Optional<Path> environmentFile) {

    Path effectiveStateDirectory() {
        return stateDirectory
                .orElseGet(() -> DemoStateDirectory.standard(
                        System.getProperty("user.name"), Path.of(System.getProperty("user.home")), System.getenv()))
                .toAbsolutePath();
    }

    /** Where CDF's changes are kept. */
    Path cdfDirectory() {
        return effectiveStateDirectory().resolve("cdf");
    }

    /** The gateway's settings for a demo before this CDF; clients may connect with TLS and without. */
    Map<String, String> settings(String cdfUrl, DemoCertificate certificate) {
        return Map.ofEntries(
                entry("gateway.cdf.url", cdfUrl),
                // The emulator does not throttle.
                entry("gateway.cdf.keep-budgets", "false"),
                entry("gateway.listen.address", "127.0.0.1"),
                entry("gateway.listen.port", Integer.toString(sqlPort.number())),
                entry("gateway.listen.public-host", "127.0.0.1"),
                entry(
                        "gateway.listen.tls-certificate",
                        certificate.certificate().toString()),
                entry("gateway.listen.tls-key", certificate.key().toString()),
                entry("gateway.listen.plain-text-allowed", "true"),
                entry("gateway.http.address", "127.0.0.1"),
                // On this machine only, and scripts would have to be told to trust the certificate.
                entry("gateway.http.plain-text", "true"),
                entry("gateway.http.port", Integer.toString(httpPort.number())),
                entry("gateway.state-dir", effectiveStateDirectory().toString()));
    }
}
