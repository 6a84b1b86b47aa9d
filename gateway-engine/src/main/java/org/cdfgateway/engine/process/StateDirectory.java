package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the clusters of one gateway live.
 *
 * <p>Normally that is the directory asked for. A gateway that runs as root starts PostgreSQL as another user, who must be
 * able to pass through every directory on the way. Where one is closed:
 *
 * <ul>
 *   <li>the state directory itself, and directories below the system's temporary directory, are opened for passing
 *       through ({@code chmod o+x}; listing them stays forbidden), since they belong to the gateway or its tests;
 *   <li>for any other, such as root's home, nothing is changed: the clusters go to a directory of their own under
 *       {@code /var/lib/cdf-gateway}, whose name is derived from the one asked for, so that the next start finds it. The
 *       file {@code clusters-are-in} tells where.
 * </ul>
 */
final class StateDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);
    private static final Path ELSEWHERE = Path.of("/var/lib/cdf-gateway");

    private final Path path;

    private StateDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** @throws GatewayException IO_ERROR when the directory cannot be made or written to */
    static StateDirectory prepare(Path asked, Privileges privileges) {
        try {
            Files.createDirectories(asked);
            Path real = asked.toRealPath();
            Optional<ProcessOwner> owner = privileges.owner();
            if (owner.isEmpty()) {
                return new StateDirectory(real);
            }
            Path temporary =
                    Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toRealPath();
            for (Path closed : closedTo(owner.get(), real)) {
                if (!closed.equals(real) && !closed.startsWith(temporary)) {
                    return elsewhere(real, closed, owner.get());
                }
                openForPassing(closed);
            }
            return new StateDirectory(real);
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "the state directory " + asked + " cannot be used: " + e)
                    .withHint("Choose a directory that the gateway may write to.")
                    .causedBy(e);
        }
    }

    private static StateDirectory elsewhere(Path asked, Path closed, ProcessOwner owner) throws IOException {
        String name = UUID.nameUUIDFromBytes(asked.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path own = ELSEWHERE.resolve(name);
        for (Path directory : List.of(ELSEWHERE, own)) {
            Files.createDirectories(directory);
            Permissions.set(directory, "rwx--x--x");
        }
        List<Path> stillClosed = closedTo(owner, own);
        if (!stillClosed.isEmpty()) {
            throw new GatewayException(
                            ErrorKind.INSUFFICIENT_PRIVILEGE,
                            "user " + owner.uid() + ", who runs PostgreSQL because the gateway is root, cannot pass"
                                    + " through " + closed + " nor " + stillClosed.get(0))
                    .withHint("Choose a state directory that other users may pass through (chmod o+x on every"
                            + " directory above it), or run the gateway as an ordinary user.");
        }
        LOG.info("user {} cannot pass through {}, so the clusters of {} are in {}", owner.uid(), closed, asked, own);
        Files.writeString(asked.resolve("clusters-are-in"), own + "\n");
        return new StateDirectory(own);
    }

    private static List<Path> closedTo(ProcessOwner owner, Path directory) throws IOException {
        List<Path> closed = new ArrayList<>();
        for (Path each = directory; each != null; each = each.getParent()) {
            if (!canPass(owner, each)) {
                closed.add(0, each);
            }
        }
        return closed;
    }

    private static boolean canPass(ProcessOwner owner, Path directory) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(directory, "unix:uid,gid,permissions");
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
        if (attributes.get("uid") instanceof Integer uid && uid == owner.uid()) {
            return permissions.contains(PosixFilePermission.OWNER_EXECUTE);
        }
        if (attributes.get("gid") instanceof Integer gid && gid == owner.gid()) {
            return permissions.contains(PosixFilePermission.GROUP_EXECUTE);
        }
        return permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    private static void openForPassing(Path directory) throws IOException {
        EnumSet<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(directory, permissions);
    }
}
