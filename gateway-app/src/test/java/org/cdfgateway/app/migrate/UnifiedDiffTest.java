package org.cdfgateway.app.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.sql.edit.Edit;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    @Test
    void isEmptyWithoutEdits() {
        assertThat(UnifiedDiff.of("a.sql", "SELECT 1;\n", List.of())).isEmpty();
    }

    @Test
    void showsLinesAround() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

        assertThat(UnifiedDiff.of("a.sql", before, List.of(new Edit(8, 9, "five"))))
                .isEqualTo("""
                --- a/a.sql
                +++ b/a.sql
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                """);
    }

    @Test
    void separatesDistantChangesAndCountsOn() {
        String before = "a\n2\n3\n4\n5\n6\n7\n8\n9\n10\nb\n";

        assertThat(UnifiedDiff.of("x", before, List.of(new Edit(0, 1, "A\nA"), new Edit(21, 22, "B"))))
                .contains("@@ -1,4 +1,5 @@\n-a\n+A\n+A\n 2\n")
                .endsWith("@@ -8,4 +9,4 @@\n 8\n 9\n 10\n-b\n+B\n");
    }

    @Test
    void joinsCloseChanges() {
        assertThat(UnifiedDiff.of(
                        "x", "a b\nc\nd", List.of(new Edit(0, 1, "A"), new Edit(2, 3, "B"), new Edit(6, 7, "D"))))
                .isEqualTo("""
                        --- a/x
                        +++ b/x
                        @@ -1,3 +1,3 @@
                        -a b
                        +A B
                         c
                        -d
                        \\ No newline at end of file
                        +D
                        \\ No newline at end of file
                        """);
    }
}
