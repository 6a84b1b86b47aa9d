package org.cdfgateway.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, LINUX_AMD64",
        "Linux, amd64, true, ALPINE_AMD64",
        "Linux, aarch64, false, LINUX_ARM64",
        "Mac OS X, x86_64, false, MACOS_AMD64",
        "Mac OS X, aarch64, false, MACOS_ARM64",
    })
    void knowsThePlatformsOfTheArchives(String os, String architecture, boolean musl, Platform platform) {
        assertThat(Platform.of(os, architecture, musl)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64, false", "Linux, riscv64, false", "Linux, aarch64, true"})
    void sendsOtherPlatformsToAnInstalledPostgres(String os, String architecture, boolean musl) {
        assertThatThrownBy(() -> Platform.of(os, architecture, musl))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.hint())
                                .hasValue("Install PostgreSQL 18 and name its directory in gateway.engine.binaries."))
                .hasMessageStartingWith("no PostgreSQL is bundled for " + os + " on " + architecture);
    }

    @Test
    void findsTheArchiveOfThisPlatform() {
        assertThat(getClass().getResource("/" + Platform.current().archive())).isNotNull();
    }
}
