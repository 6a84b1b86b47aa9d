package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoStateDirectoryTest {

    private static final Path HOME = Path.of("/home/somebody");

    @Test
    void livesInTheUsersStateHome() {
        assertThat(DemoStateDirectory.standard("somebody", HOME, Map.of()))
                .isEqualTo(Path.of("/home/somebody/.local/state/cdf-gateway/demo"));
        assertThat(DemoStateDirectory.standard("somebody", HOME, Map.of("HOME", "/elsewhere")))
                .isEqualTo(Path.of("/elsewhere/.local/state/cdf-gateway/demo"));
        assertThat(DemoStateDirectory.standard("somebody", HOME, Map.of("XDG_STATE_HOME", "/state")))
                .isEqualTo(Path.of("/state/cdf-gateway/demo"));
    }

    @Test
    void leavesRootsHome() {
        assertThat(DemoStateDirectory.standard("root", Path.of("/root"), Map.of("XDG_STATE_HOME", "/root/state")))
                .isEqualTo(Path.of("/var/lib/cdf-gateway/demo"));
    }
}
