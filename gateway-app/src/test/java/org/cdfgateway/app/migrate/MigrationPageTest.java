package org.cdfgateway.app.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.junit.jupiter.api.Test;

/** Compares docs/migration.md with the mapping and the rewriter; {@code -Dgolden.update=true} rewrites its tables. */
class MigrationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "migration.md");
    private static final String MARK =
            "<!-- generated: mvn -pl gateway-app test -Dtest=MigrationPageTest -Dgolden.update=true -->\n";

    @Test
    void pageShowsTheMapping() throws IOException {
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = head + MigrationReference.markdown();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void theWorkedExampleIsWhatTheCommandDoes() throws IOException {
        List<String> blocks = blocks(Files.readString(PAGE));

        assertThat(new SqlMigration(VersionMapping.PRODUCT)
                        .migrate(blocks.get(0))
                        .text())
                .isEqualTo(blocks.get(1));
    }

    /** What stands between fences. */
    private static List<String> blocks(String page) {
        List<String> blocks = new ArrayList<>();
        String fence = "```sql\n";
        for (int start = page.indexOf(fence); start >= 0; start = page.indexOf(fence, start + 1)) {
            blocks.add(page.substring(start + fence.length(), page.indexOf("```", start + fence.length())));
        }
        return blocks;
    }
}
