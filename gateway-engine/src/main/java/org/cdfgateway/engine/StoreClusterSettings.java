package org.cdfgateway.engine;

import java.nio.file.Path;
import org.cdfgateway.engine.process.Installation;

/** How the store is run. */
public record StoreClusterSettings(Installation installation, int maxConnections) {

    private static final int DEFAULT_MAX_CONNECTIONS = 50;

    public StoreClusterSettings {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections: " + maxConnections + " (expected: >= 1)");
        }
    }

    /** The defaults, with the bundled PostgreSQL. May share the directory with the engine. */
    public static StoreClusterSettings in(Path stateDirectory) {
        return new StoreClusterSettings(Installation.in(stateDirectory), DEFAULT_MAX_CONNECTIONS);
    }
}
