package org.cdfgateway.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server's identity: PEM files with the certificate chain and with the private key. */
public record TlsConfig(Path certificate, Path key) {

    /**
     * Both files, or none.
     *
     * @throws ConfigException naming the one that is missing
     */
    static Optional<TlsConfig> of(Setting<Path> certificate, Setting<Path> key, SettingValues values) {
        Optional<Path> certificateFile = values.find(certificate);
        Optional<Path> keyFile = values.find(key);
        if (certificateFile.isPresent() != keyFile.isPresent()) {
            Setting<Path> missing = certificateFile.isPresent() ? key : certificate;
            Setting<Path> present = certificateFile.isPresent() ? certificate : key;
            throw new ConfigException(List.of(missing.key() + " is not set but " + present.key() + " is: set both"));
        }
        return certificateFile.flatMap(file -> keyFile.map(other -> new TlsConfig(file, other)));
    }
}
