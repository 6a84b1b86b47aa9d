package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks as if the gateway were root: the rule only looks at permissions, which any user can set on directories of its own. */
class StateDirectoryTest {

    private static final Privileges DROPPED = new Privileges(List.of(), Optional.of(ProcessOwner.NOBODY));
    private static final Privileges UNCHANGED = new Privileges(List.of(), Optional.empty());

    @TempDir
    Path directory;

    @Test
    void opensTemporaryDirectoriesForPassingThrough() throws Exception {
        Path state = Files.createDirectories(directory.resolve("a").resolve("state"));
        Permissions.set(state, "rwx------");
        Permissions.set(directory.resolve("a"), "rwxr-x---");

        StateDirectory prepared = StateDirectory.prepare(state, DROPPED);

        assertThat(prepared.path()).isEqualTo(state.toRealPath());
        assertThat(permissions(state)).isEqualTo("rwx-----x");
        assertThat(permissions(directory.resolve("a"))).isEqualTo("rwxr-x--x");
    }

    @Test
    void changesNothingForAnOrdinaryUser() throws Exception {
        Path state = Files.createDirectories(directory.resolve("state"));
        Permissions.set(state, "rwx------");

        StateDirectory prepared = StateDirectory.prepare(state, UNCHANGED);

        assertThat(prepared.path()).isEqualTo(state.toRealPath());
        assertThat(permissions(state)).isEqualTo("rwx------");
    }

    @Test
    void makesTheDirectory() {
        assertThat(StateDirectory.prepare(directory.resolve("a").resolve("b"), UNCHANGED)
                        .path())
                .isDirectory();
    }

    @Test
    void saysWhichDirectoryCannotBeUsed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> StateDirectory.prepare(file, UNCHANGED))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith("the state directory " + file + " cannot be used");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
