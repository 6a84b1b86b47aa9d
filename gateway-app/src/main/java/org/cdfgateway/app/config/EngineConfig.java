package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL.
 *
 * @param binaries directory of an installed PostgreSQL, the one above {@code bin}; empty for the bundled one
 */
public record EngineConfig(Optional<Path> binaries) {

    private static final Setting<Path> BINARIES = optional(
            "gateway.engine.binaries",
            SettingType.PATH,
            "Directory of an installed PostgreSQL 18 with postgres_fdw, the one that holds bin; without it the bundled"
                    + " one is unpacked into the state directory.");

    static final SettingGroup SETTINGS = new SettingGroup("Engine", List.of(BINARIES));

    static EngineConfig from(SettingValues values) {
        return new EngineConfig(values.find(BINARIES));
    }
}
