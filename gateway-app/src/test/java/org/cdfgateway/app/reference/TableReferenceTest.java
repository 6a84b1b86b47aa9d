package org.cdfgateway.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;

/** Compares docs/tables.md with the definitions; {@code -Dgolden.update=true} rewrites it below its mark. */
class TableReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "tables.md");
    private static final String MARK =
            "<!-- generated: mvn -pl gateway-app test -Dtest=TableReferenceTest -Dgolden.update=true -->\n";

    @Test
    void pageShowsTheTables() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = head + TableReference.markdown(BuiltInTables.ALL);

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
}
