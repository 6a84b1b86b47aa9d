package org.cdfgateway.app.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * A text of SQL in UTF-8 and where it comes from.
 *
 * @param name how messages call it
 * @param mark the byte order mark that it began with, or the empty text
 * @param file empty for standard input
 */
public record SqlText(String name, String mark, String sql, Optional<Path> file) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws GatewayException IO_ERROR when it cannot be read or is not UTF-8 */
    public static SqlText of(Path file) {
        try {
            return of(file.toString(), Files.readAllBytes(file), Optional.of(file));
        } catch (IOException e) {
            throw failed(file + " cannot be read: " + e, e);
        }
    }

    /** @throws GatewayException IO_ERROR when it cannot be read or is not UTF-8 */
    public static SqlText of(InputStream input) {
        try {
            return of("standard input", input.readAllBytes(), Optional.empty());
        } catch (IOException e) {
            throw failed("standard input cannot be read: " + e, e);
        }
    }

    private static SqlText of(String name, byte[] bytes, Optional<Path> file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            return new SqlText(name, mark, text.substring(mark.length()), file);
        } catch (CharacterCodingException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, name + " is not UTF-8").withHint("Convert it to UTF-8.");
        }
    }

    /**
     * Puts a new text into the file, as a whole or not at all.
     *
     * @throws GatewayException IO_ERROR when it cannot be written
     */
    public void replace(String newSql) {
        Path target = file.orElseThrow(() -> new IllegalStateException(name + " is no file"));
        try {
            Path real = target.toRealPath();
            Path written =
                    Files.createTempFile(real.getParent(), real.getFileName().toString(), ".new");
            try {
                Files.writeString(written, mark + newSql);
                keepPermissions(real, written);
                Files.move(written, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw failed(target + " cannot be written: " + e, e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static GatewayException failed(String message, IOException cause) {
        return new GatewayException(ErrorKind.IO_ERROR, message).causedBy(cause);
    }
}
