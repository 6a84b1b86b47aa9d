package org.cdfgateway.engine.process;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * How a command is run so that PostgreSQL, which refuses to run as root, accepts it.
 *
 * @param prefix goes before the command
 * @param owner who must own what PostgreSQL writes; empty when that is the gateway's own user
 */
record Privileges(List<String> prefix, Optional<ProcessOwner> owner) {

    private static final Privileges UNCHANGED = new Privileges(List.of(), Optional.empty());

    Privileges {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds the way that works here. As root that is {@code setpriv}, or, where a container forbids changing the user, a
     * user namespace in which root has no name.
     *
     * @throws GatewayException INSUFFICIENT_PRIVILEGE when the gateway is root and neither works
     */
    static Privileges detect(ProcessOwner owner) {
        if (new UnixSystem().getUid() != 0) {
            return UNCHANGED;
        }
        Privileges dropped = new Privileges(
                List.of(
                        "setpriv",
                        "--reuid=" + owner.uid(),
                        "--regid=" + owner.gid(),
                        "--clear-groups",
                        "--no-new-privs",
                        "--"),
                Optional.of(owner));
        if (dropped.works()) {
            return dropped;
        }
        Privileges namespace = new Privileges(List.of("unshare", "-U", "--"), Optional.empty());
        if (namespace.works()) {
            return namespace;
        }
        throw new GatewayException(
                        ErrorKind.INSUFFICIENT_PRIVILEGE,
                        "the gateway runs as root and can neither change to user " + owner.uid()
                                + " (setpriv) nor make a user namespace (unshare -U); PostgreSQL does not run as root")
                .withHint("Run the gateway as an ordinary user, or install util-linux and allow one of the two.");
    }

    List<String> wrap(List<String> command) {
        List<String> wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }

    /** Makes the directory when it is missing and hands it to whoever runs PostgreSQL, closed to everybody else. */
    void ownDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        Permissions.set(directory, "rwx------");
        handOver(directory);
    }

    void handOver(Path path) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(path, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private boolean works() {
        CommandOutcome outcome = CommandOutcome.of(wrap(List.of("sh", "-c", "test \"$(id -u)\" -ne 0")), Path.of("/"));
        return outcome.exitCode() == 0;
    }
}
