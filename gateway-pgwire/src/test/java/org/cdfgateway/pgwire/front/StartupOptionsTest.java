package org.cdfgateway.pgwire.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartupOptionsTest {

    @Test
    void readsAllFormsOfSettings() {
        assertThat(StartupOptions.settings(" -c a=1 -cb=2\t--search-path=x,y  --c.d="))
                .containsExactlyEntriesOf(ordered("a", "1", "b", "2", "search_path", "x,y", "c.d", ""));
    }

    @Test
    void takesBackslashesForEscapes() {
        assertThat(StartupOptions.settings("-c search_path=a,\\ b -c x=c:\\\\d"))
                .containsExactlyEntriesOf(ordered("search_path", "a, b", "x", "c:\\d"));
    }

    @Test
    void lastAssignmentWins() {
        assertThat(StartupOptions.settings("-c a=1 -c a=2")).containsExactlyEntriesOf(ordered("a", "2"));
    }

    @Test
    void refusesOtherArguments() {
        for (String options : new String[] {"-d 5", "geqo=off", "-c", "-c a", "--", "--=x", "-e"}) {
            assertThatThrownBy(() -> StartupOptions.settings(options))
                    .as(options)
                    .hasMessageStartingWith("invalid command-line argument for server process: ");
        }
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
