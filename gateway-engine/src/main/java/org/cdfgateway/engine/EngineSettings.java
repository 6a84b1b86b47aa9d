package org.cdfgateway.engine;

import java.nio.file.Path;
import org.cdfgateway.engine.process.Installation;
import org.cdfgateway.engine.provisioning.UserLimits;

/**
 * How the engine is run.
 *
 * @param maxConnections sessions of all users together
 * @param sessionMemoryBytes how much memory one session can map, about 150 MB of shared memory and code included; past it
 *     its statement fails with 53200
 */
public record EngineSettings(
        Installation installation, int maxConnections, long sessionMemoryBytes, UserLimits userLimits) {

    private static final int DEFAULT_MAX_CONNECTIONS = 500;
    private static final long GIBIBYTE = 1L << 30;
    private static final long LEAST_SESSION_MEMORY = GIBIBYTE / 2;

    public EngineSettings {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections: " + maxConnections + " (expected: >= 1)");
        }
        if (sessionMemoryBytes < LEAST_SESSION_MEMORY) {
            throw new IllegalArgumentException(
                    "sessionMemoryBytes: " + sessionMemoryBytes + " (expected: >= " + LEAST_SESSION_MEMORY + ")");
        }
    }

    /** The defaults, with the bundled PostgreSQL. */
    public static EngineSettings in(Path stateDirectory) {
        return new EngineSettings(
                Installation.in(stateDirectory), DEFAULT_MAX_CONNECTIONS, GIBIBYTE, UserLimits.DEFAULT);
    }

    public EngineSettings with(Installation newInstallation) {
        return new EngineSettings(newInstallation, maxConnections, sessionMemoryBytes, userLimits);
    }

    public EngineSettings with(UserLimits newUserLimits) {
        return new EngineSettings(installation, maxConnections, sessionMemoryBytes, newUserLimits);
    }
}
