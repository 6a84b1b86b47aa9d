package org.cdfgateway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.cdfgateway.app.demo.ResultTable.Alignment;
import org.cdfgateway.app.demo.ResultTable.Heading;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void looksLikePsql() {
        ResultTable table = new ResultTable(
                List.of(new Heading("id", Alignment.RIGHT), new Heading("name", Alignment.LEFT)),
                List.of(Arrays.asList("1", "pump"), Arrays.asList("1000", null), Arrays.asList("22", "a\nb")));

        assertThat(printed(table)).isEqualTo("""
                          id  | name
                        ------+------
                            1 | pump
                         1000 |
                           22 | a\\nb
                        (3 rows)
                        """);
    }

    @Test
    void countsOneRow() {
        ResultTable table =
                new ResultTable(List.of(new Heading("?column?", Alignment.RIGHT)), List.of(Arrays.asList("1")));

        assertThat(printed(table)).isEqualTo(" ?column?\n----------\n        1\n(1 row)\n");
    }

    private static String printed(ResultTable table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
