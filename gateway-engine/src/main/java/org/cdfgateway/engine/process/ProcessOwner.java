package org.cdfgateway.engine.process;

/**
 * The system user that PostgreSQL runs as when the gateway itself is root, which PostgreSQL refuses to be.
 *
 * @param uid above 0
 * @param gid above 0
 */
public record ProcessOwner(int uid, int gid) {

    /** The user and group that Linux systems keep for processes that should own nothing. */
    public static final ProcessOwner NOBODY = new ProcessOwner(65_534, 65_534);

    public ProcessOwner {
        if (uid <= 0 || gid <= 0) {
            throw new IllegalArgumentException("process owner: " + uid + ":" + gid + " (expected: both above 0)");
        }
    }
}
