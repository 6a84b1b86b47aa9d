package org.cdfgateway.engine.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The systems for which PostgreSQL is bundled, with the name of the archive on the class path. */
enum Platform {
    LINUX_AMD64("postgres-linux-x86_64.txz"),
    LINUX_ARM64("postgres-linux-arm_64.txz"),
    ALPINE_AMD64("postgres-linux-x86_64-alpine_linux.txz"),
    MACOS_AMD64("postgres-darwin-x86_64.txz"),
    MACOS_ARM64("postgres-darwin-arm_64.txz");

    private static final Path MUSL_LOADER = Path.of("/lib/ld-musl-x86_64.so.1");
    private static final Path GLIBC_LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

    private final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    String archive() {
        return archive;
    }

    boolean isLinux() {
        return this != MACOS_AMD64 && this != MACOS_ARM64;
    }

    /** @throws GatewayException FEATURE_NOT_SUPPORTED when there is no bundled PostgreSQL for this system */
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), isMusl());
    }

    static Platform of(String osName, String architecture, boolean musl) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean amd64 = architecture.equals("amd64") || architecture.equals("x86_64");
        boolean arm64 = architecture.equals("aarch64") || architecture.equals("arm64");
        if (os.equals("linux") && amd64) {
            return musl ? ALPINE_AMD64 : LINUX_AMD64;
        }
        if (os.equals("linux") && arm64 && !musl) {
            return LINUX_ARM64;
        }
        if (os.startsWith("mac") && (amd64 || arm64)) {
            return amd64 ? MACOS_AMD64 : MACOS_ARM64;
        }
        throw new GatewayException(
                        ErrorKind.FEATURE_NOT_SUPPORTED,
                        "no PostgreSQL is bundled for " + osName + " on " + architecture + (musl ? " with musl" : ""))
                .withHint("Install PostgreSQL 18 and name its directory in gateway.engine.binaries.");
    }

    private static boolean isMusl() {
        boolean muslArm64 = Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"))
                && !Files.exists(Path.of("/lib/ld-linux-aarch64.so.1"));
        return muslArm64 || (Files.exists(MUSL_LOADER) && !Files.exists(GLIBC_LOADER));
    }
}
