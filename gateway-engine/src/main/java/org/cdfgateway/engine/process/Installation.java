package org.cdfgateway.engine.process;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where PostgreSQL comes from and where its clusters live.
 *
 * @param stateDirectory made when missing; belongs to one gateway at a time. {@link StateDirectory} tells what happens
 *     when the gateway is root and the directory cannot be reached by {@code owner}
 * @param binaries an installed PostgreSQL 18 or newer: its {@code bin} directory or the one above; empty for the bundled one
 * @param owner who runs PostgreSQL when the gateway is root; not used otherwise
 */
public record Installation(Path stateDirectory, Optional<Path> binaries, ProcessOwner owner) {

    /** The bundled PostgreSQL. */
    public static Installation in(Path stateDirectory) {
        return new Installation(stateDirectory, Optional.empty(), ProcessOwner.NOBODY);
    }
}
