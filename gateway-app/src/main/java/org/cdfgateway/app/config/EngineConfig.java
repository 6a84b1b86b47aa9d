package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.optional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL.
 *
 * @param binaries the {@code bin} directory of an installed PostgreSQL; empty for the bundled one
 */
public record EngineConfig(Optional<Path> binaries) {

    private static final Setting<Path> BINARIES = optional(
            "gateway.engine.binaries",
            SettingType.PATH,
            "The bin directory of an installed PostgreSQL 18 with postgres_fdw; without it the bundled one is unpacked into"
                    + " the state directory.");

    static final SettingGroup SETTINGS = new SettingGroup("Engine", List.of(BINARIES));

    static EngineConfig from(SettingValues values) {
        return new EngineConfig(values.find(BINARIES));
    }
}
