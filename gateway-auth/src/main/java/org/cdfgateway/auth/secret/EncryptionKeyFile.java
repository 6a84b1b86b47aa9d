package org.cdfgateway.auth.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link EncryptionKey}s in a file that only its owner can read: a line of base64 each. The first encrypts, the others
 * are for what was encrypted earlier.
 */
public final class EncryptionKeyFile {
    private static final Logger log = LoggerFactory.getLogger(EncryptionKeyFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int MAX_BYTES = 4096;

    private final Path path;

    public EncryptionKeyFile(Path path) {
        this.path = path;
    }

    /**
     * @throws GatewayException INVALID_PARAMETER_VALUE when the file is missing or holds no key; IO_ERROR when it cannot
     *     be read
     */
    public List<EncryptionKey> read() {
        try {
            return readExisting();
        } catch (NoSuchFileException e) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE, "There is no encryption key file " + path + ".")
                    .withHint("Name the file that holds the key of the store.")
                    .causedBy(e);
        } catch (IOException e) {
            throw unusable("read", e);
        }
    }

    /**
     * Reads the keys, or makes one if there is no file. When several processes do this at once, all get the same key.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE when the file holds no key; IO_ERROR when it cannot be read or
     *     written
     */
    public List<EncryptionKey> readOrCreate() {
        try {
            if (Files.notExists(path)) {
                create();
            }
            return readExisting();
        } catch (IOException e) {
            throw unusable("made or read", e);
        }
    }

    /**
     * Makes a new key and puts it before those that are there. The file is replaced at once, or stays as it was.
     *
     * @throws GatewayException IO_ERROR when it cannot be written; as {@link #read}
     */
    public EncryptionKey addFirst() {
        EncryptionKey added = EncryptionKey.generate();
        List<EncryptionKey> keys =
                Stream.concat(Stream.of(added), read().stream()).toList();
        try {
            Path target = path.toRealPath();
            Path draft = draft(target, keys);
            try {
                Files.setOwner(draft, Files.getOwner(target));
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw unusable("replaced", e);
        }
        return added;
    }

    private List<EncryptionKey> readExisting() throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw new GatewayException(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    "The encryption key file " + path + " is too long (expected: a line of base64 for each key).");
        }
        warnIfOthersCanRead();
        try {
            return EncryptionKey.listOfBase64(new Secret(Files.readString(path, StandardCharsets.ISO_8859_1)));
        } catch (GatewayException e) {
            throw e.withDetail("File: " + path);
        }
    }

    /** The file appears complete and by its final name, or not at all; a link never replaces what is there. */
    private void create() throws IOException {
        Path draft = draft(path, List.of(EncryptionKey.generate()));
        try {
            Files.createLink(path, draft);
            log.info("Made a new encryption key in {}. Keep a copy: without it the store's secrets are lost.", path);
        } catch (FileAlreadyExistsException e) {
            log.info("Another process has just made the encryption key {}; it is used.", path);
        } finally {
            Files.delete(draft);
        }
    }

    /** A file with the keys beside the one it is to become. */
    private static Path draft(Path target, List<EncryptionKey> keys) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory == null) {
            throw new NoSuchFileException(target.toString());
        }
        Path draft = Files.createTempFile(directory, ".key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            String lines =
                    keys.stream().map(key -> key.toBase64().reveal() + "\n").collect(Collectors.joining());
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return draft;
    }

    private void warnIfOthersCanRead() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            log.warn("Everybody on this machine can read the encryption key {}. Set its mode to 600.", path);
        }
    }

    private GatewayException unusable(String how, IOException cause) {
        return new GatewayException(
                        ErrorKind.IO_ERROR,
                        "The encryption key file " + path + " cannot be " + how + ": "
                                + cause.getClass().getSimpleName() + ".")
                .withHint("The gateway's operating system user needs access to the file and its directory.")
                .causedBy(cause);
    }
}
