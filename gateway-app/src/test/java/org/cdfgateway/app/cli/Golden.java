package org.cdfgateway.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that people read, kept as files under {@code src/test/resources/golden}. */
final class Golden {

    private static final String HEAD = "# To accept a change: mvn -pl gateway-app test -Dgolden.update=true\n";

    private Golden() {}

    /** The expected text; with {@code -Dgolden.update=true} the actual one becomes it. */
    static String text(String name, String actual) throws IOException {
        Path file = Path.of("src", "test", "resources", "golden").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, HEAD + actual);
        }
        return Files.readString(file).substring(HEAD.length());
    }
}
