package org.cdfgateway.sql.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cdfgateway.sql.lex.Identifiers;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.StringLiterals;
import org.cdfgateway.sql.lex.Token;
import org.junit.jupiter.api.Test;

class QuotingTest {

    @Test
    void quotesAsPostgresqlDoes() {
        assertThat(Quoting.literal("it's")).isEqualTo("'it''s'");
        assertThat(Quoting.literal("a\\b")).isEqualTo(" E'a\\\\b'");
        assertThat(Quoting.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
    }

    @Test
    void whatIsQuotedIsReadBack() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append("'\"\\$;-/*aE\n".charAt(random.nextInt(11)));
            }

            assertThat(StringLiterals.value(only(Quoting.literal(text.toString()))))
                    .contains(text.toString());
            assertThat(Identifiers.name(only(Quoting.identifier(text.toString()))))
                    .contains(text.toString());
        }
    }

    private static Token only(String sql) {
        Lexer lexer = new Lexer(sql);
        lexer.advance();
        assertThat(lexer.end()).isEqualTo(sql.length());
        return lexer.token();
    }
}
