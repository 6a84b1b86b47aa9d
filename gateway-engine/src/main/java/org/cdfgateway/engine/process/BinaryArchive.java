package org.cdfgateway.engine.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.tukaani.xz.XZInputStream;

/** The bundled PostgreSQL: a {@code .txz} on the class path, unpacked once and then shared by all clusters. */
final class BinaryArchive {

    /** {@code rwxr-xr-x}: any of the three bits of 0111 in a tar entry makes a file executable. */
    private static final int EXECUTE_BITS = 0b001_001_001;

    private final Platform platform;

    BinaryArchive(Platform platform) {
        this.platform = platform;
    }

    /**
     * The directory that holds {@code bin}, {@code lib} and {@code share}. It carries a fingerprint of the archive in its
     * name, so another version goes beside it, and it appears by a rename, so it is whole if it exists.
     */
    Path unpackedIn(Path parent) {
        Path target = parent.resolve("postgresql-" + fingerprint());
        if (!Files.isDirectory(target)) {
            try {
                unpackTo(target, parent);
            } catch (IOException e) {
                throw new GatewayException(
                                ErrorKind.IO_ERROR, "PostgreSQL could not be unpacked to " + target + ": " + e)
                        .withHint("It needs about 60 MB there.")
                        .causedBy(e);
            }
        }
        return target;
    }

    private void unpackTo(Path target, Path parent) throws IOException {
        Path unfinished = Files.createTempDirectory(parent, "unpacking-");
        try {
            extract(unfinished);
            Permissions.set(unfinished, "rwxr-xr-x");
            if (!Files.isDirectory(target)) {
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Directories.delete(unfinished);
        }
    }

    private void extract(Path directory) throws IOException {
        try (InputStream archive = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(archive), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = directory.resolve(entry.getName()).normalize();
                if (!path.startsWith(directory)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                extract(tar, entry, path);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Permissions.set(path, "rwxr-xr-x");
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Permissions.set(path, (entry.getMode() & EXECUTE_BITS) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    /** Platform and size: the archive's size differs between any two builds, and is known without reading it. */
    private String fingerprint() {
        String name = platform.archive().replace("postgres-", "").replace(".txz", "");
        try {
            java.net.URL url = BinaryArchive.class.getResource("/" + platform.archive());
            if (url == null) {
                throw missing();
            }
            return name + "-" + url.openConnection().getContentLengthLong();
        } catch (IOException e) {
            throw missing().causedBy(e);
        }
    }

    private InputStream open() {
        InputStream archive = BinaryArchive.class.getResourceAsStream("/" + platform.archive());
        if (archive == null) {
            throw missing();
        }
        return archive;
    }

    private GatewayException missing() {
        return new GatewayException(
                        ErrorKind.UNDEFINED_OBJECT, platform.archive() + " is not on the class path of the gateway")
                .withHint("Add the io.zonky.test.postgres artifact for this platform, or name the directory of an"
                        + " installed PostgreSQL 18 in gateway.engine.binaries.");
    }
}
