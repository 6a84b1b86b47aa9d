package org.cdfgateway.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionKeyFileTest {
    @TempDir
    Path directory;

    @Test
    void makesAKeyForItsOwnerOnly() throws IOException {
        Path path = directory.resolve("key");

        EncryptionKey key = new EncryptionKeyFile(path).readOrCreate().get(0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path)).isEqualTo(key.toBase64().reveal() + "\n");
        assertThat(directory).isDirectoryContaining(path::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void keepsTheKeyThatIsThere() {
        EncryptionKeyFile file = new EncryptionKeyFile(directory.resolve("key"));
        String made = ids(file.readOrCreate());

        assertThat(ids(file.readOrCreate())).isEqualTo(made);
        assertThat(ids(file.read())).isEqualTo(made);
    }

    @Test
    void givesAllWhoComeAtOnceTheSameKey() throws Exception {
        EncryptionKeyFile file = new EncryptionKeyFile(directory.resolve("key"));
        Callable<String> reader = () -> ids(file.readOrCreate());
        ExecutorService threads = Executors.newFixedThreadPool(16);

        List<Future<String>> ids = threads.invokeAll(Collections.nCopies(16, reader));
        threads.shutdown();

        String id = ids(file.read());
        for (Future<String> other : ids) {
            assertThat(other.get()).isEqualTo(id);
        }
    }

    @Test
    void saysWhichFileHoldsNoKey() throws IOException {
        Path path = Files.writeString(directory.resolve("key"), "secret");

        assertThatThrownBy(() -> new EncryptionKeyFile(path).readOrCreate())
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE);
                    assertThat(e.detail()).contains("File: " + path);
                })
                .hasMessageContaining("(expected: base64 of 32 bytes)")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhichFileIsMissing() {
        Path path = directory.resolve("key");

        assertThatThrownBy(() -> new EncryptionKeyFile(path).read())
                .hasMessage("There is no encryption key file " + path + ".");
    }

    @Test
    void saysWhichDirectoryIsMissing() {
        Path path = directory.resolve("absent").resolve("key");

        assertThatThrownBy(() -> new EncryptionKeyFile(path).readOrCreate())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.IO_ERROR))
                .hasMessage("The encryption key file " + path + " cannot be made or read: NoSuchFileException.");
    }

    @Test
    void putsANewKeyBeforeThoseThatAreThere() throws IOException {
        Path path = directory.resolve("key");
        EncryptionKeyFile file = new EncryptionKeyFile(path);
        EncryptionKey first = file.readOrCreate().get(0);

        EncryptionKey second = file.addFirst();
        EncryptionKey third = file.addFirst();

        assertThat(file.read().stream().map(EncryptionKey::id)).containsExactly(third.id(), second.id(), first.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void putsANewKeyIntoTheFileThatALinkPointsTo() throws IOException {
        Path path = directory.resolve("key");
        new EncryptionKeyFile(path).readOrCreate();
        Path link = Files.createSymbolicLink(directory.resolve("link"), path);

        new EncryptionKeyFile(link).addFirst();

        assertThat(link).isSymbolicLink();
        assertThat(new EncryptionKeyFile(path).read()).hasSize(2);
    }

    private static String ids(List<EncryptionKey> keys) {
        return keys.stream().map(EncryptionKey::id).collect(Collectors.joining(" "));
    }
}
