package org.cdfgateway.sql.lex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSpanTest {
    private static final List<String> PIECES = List.of(
            "select ",
            "'",
            "''",
            "\"",
            "E'",
            "U&\"",
            "$$",
            "$a$",
            ";",
            "--",
            "\n",
            "\r\n",
            "/*",
            "*/",
            "\\",
            " ",
            "x",
            "1",
            "é",
            "😀",
            "(",
            ")",
            "$1",
            "::",
            "e",
            "copy t from stdin");

    @Test
    void cutsAtSemicolons() {
        String sql = " BEGIN ;;\r\n insert into t values (';'); /* ; */ Commit; -- end";

        List<StatementSpan> statements = StatementSpan.cut(sql);

        assertThat(statements)
                .extracting(span -> sql.substring(span.start(), span.end()))
                .containsExactly("BEGIN", "insert into t values (';')", "Commit");
        assertThat(statements).extracting(StatementSpan::firstWord).containsExactly("begin", "insert", "commit");
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(StatementSpan.cut("")).isEmpty();
        assertThat(StatementSpan.cut(" ; -- x\n ;")).isEmpty();
    }

    @Test
    void aStatementNeedNotBeginWithAWord() {
        assertThat(StatementSpan.cut("(select 1)")).containsExactly(new StatementSpan(0, 10, ""));
        assertThat(StatementSpan.cut("\"copy\" x")).containsExactly(new StatementSpan(0, 8, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void losesNothingButBlanksAndSemicolons(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String sql = randomText(random);
            int position = 0;
            for (StatementSpan span : StatementSpan.cut(sql)) {
                assertThat(span.start())
                        .as("seed %d, round %d: %s", seed, round, sql)
                        .isGreaterThanOrEqualTo(position);
                assertThat(span.end())
                        .as("seed %d, round %d: %s", seed, round, sql)
                        .isGreaterThan(span.start());
                assertNoToken(sql, position, span.start());
                position = span.end();
            }
            assertNoToken(sql, position, sql.length());
        }
    }

    @Test
    void isQuickOnLongValuesLists() {
        StringBuilder sql = new StringBuilder("INSERT INTO assets(name, description) VALUES ");
        for (int i = 0; sql.length() < 12_000_000; i++) {
            sql.append(i == 0 ? "" : ", ").append("('pump ").append(i).append("', E'it\\'s -- fine; /* really */')");
        }

        List<StatementSpan> statements = StatementSpan.cut(sql.toString());

        assertThat(statements).containsExactly(new StatementSpan(0, sql.length(), "insert"));
    }

    private static void assertNoToken(String sql, int from, int to) {
        Lexer lexer = new Lexer(sql, from, to);
        while (lexer.advance()) {
            assertThat(lexer.is(';')).as("lost \"%s\" of %s", lexer, sql).isTrue();
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
