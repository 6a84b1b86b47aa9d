package org.cdfgateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares docs/configuration.md with the settings; {@code -Dgolden.update=true} rewrites its tables. */
class ConfigReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String MARK =
            "<!-- generated: mvn -pl gateway-app test -Dtest=ConfigReferenceTest -Dgolden.update=true -->\n";

    @Test
    void pageShowsTheSettings() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = head + ConfigReference.markdown();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
}
