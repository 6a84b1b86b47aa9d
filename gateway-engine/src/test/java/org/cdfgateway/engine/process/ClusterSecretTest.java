package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSecretTest {

    @TempDir
    Path directory;

    @Test
    void givesTheSamePasswordAfterEveryStart() throws Exception {
        assertThat(secret().passwordOf("alice")).isEqualTo(secret().passwordOf("alice"));
    }

    @Test
    void givesEveryRoleItsOwnPassword() throws Exception {
        assertThat(secret().passwordOf("alice")).isNotEqualTo(secret().passwordOf("bob"));
    }

    @Test
    void givesEveryClusterItsOwnPasswords() throws Exception {
        assertThat(secret().passwordOf("alice"))
                .isNotEqualTo(ClusterSecret.in(directory.resolve("other")).passwordOf("alice"));
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        secret();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    private ClusterSecret secret() throws Exception {
        return ClusterSecret.in(directory.resolve("secret"));
    }
}
