package org.cdfgateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoGreetingTest {

    /** Another test runs what the README shows. */
    @Test
    void suggestsWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md")).replaceAll("\\s+", " ");

        assertThat(DemoGreeting.STATEMENTS)
                .allSatisfy(statement -> assertThat(readme).contains(statement));
    }
}
