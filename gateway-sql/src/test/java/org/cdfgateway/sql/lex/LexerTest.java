package org.cdfgateway.sql.lex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    @Test
    void cutsAStatementIntoTokens() {
        assertThat(texts("SELECT a.\"B c\", $1::bigint[] FROM t WHERE x<=-1.5e3;"))
                .containsExactly(
                        "SELECT", "a", ".", "\"B c\"", ",", "$1", "::", "bigint", "[", "]", "FROM", "t", "WHERE", "x",
                        "<=", "-", "1.5e3", ";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'it''s'              | STRING
                    E'it\\'s'            | ESCAPE_STRING
                    e'\\\\'              | ESCAPE_STRING
                    U&'\\0041'           | UNICODE_STRING
                    u&"\\0041"           | UNICODE_IDENTIFIER
                    "a""b"               | QUOTED_IDENTIFIER
                    $$a'b;$$             | DOLLAR_STRING
                    $tag$ $$ $tag$       | DOLLAR_STRING
                    $12                  | PARAMETER
                    0x1F                 | NUMBER
                    1_000                | NUMBER
                    .5                   | NUMBER
                    5.                   | NUMBER
                    ~<=~                 | OPERATOR
                    ::                   | TYPE_CAST
                    naïve$1              | WORD
                    """)
    void knowsTheKindOfAToken(String text, TokenKind kind) {
        Lexer lexer = new Lexer(text);

        assertThat(lexer.advance()).isTrue();
        assertThat(lexer.kind()).isEqualTo(kind);
        assertThat(lexer.end()).isEqualTo(text.length());
        assertThat(lexer.advance()).isFalse();
    }

    @Test
    void skipsNestedComments() {
        assertThat(texts("a /* b /* c */ ; ' */ d -- e ; \"\nf")).containsExactly("a", "d", "f");
    }

    @Test
    void anOperatorEndsWhereACommentBegins() {
        assertThat(texts("1+--x\n2*/*y*/3")).containsExactly("1", "+", "2", "*", "3");
    }

    @Test
    void onlySomeOperatorsEndInASign() {
        assertThat(texts("a=-1 b@-1 c=+-1 - +2 -3"))
                .containsExactly("a", "=", "-", "1", "b", "@-", "1", "c", "=", "+", "-", "1", "-", "+", "2", "-", "3");
    }

    @Test
    void aLineBreakContinuesALiteral() {
        assertThat(texts("'a' -- c'\n 'b' 'c'")).containsExactly("'a' -- c'\n 'b'", "'c'");
    }

    @Test
    void whatContinuesAnEscapeStringHasEscapesToo() {
        assertThat(texts("E'a'\n'\\';' x")).containsExactly("E'a'\n'\\';'", "x");
    }

    @Test
    void dollarsInsideIdentifiersQuoteNothing() {
        assertThat(texts("a$b$ ; c$b$")).containsExactly("a$b$", ";", "c$b$");
    }

    @Test
    void rangesAreNotNumbers() {
        assertThat(texts("1..10")).containsExactly("1", "..", "10");
    }

    @Test
    void whatNeverEndsReachesToTheEnd() {
        for (String text : List.of("'a;b", "\"a;b", "$$a;b", "E'a\\';b", "/* a;b")) {
            Lexer lexer = new Lexer("x " + text);
            lexer.advance();
            lexer.advance();

            assertThat(lexer.kind()).as(text).isEqualTo(TokenKind.UNTERMINATED);
            assertThat(lexer.advance()).as(text).isFalse();
        }
    }

    @Test
    void onlyAsciiIsSpaceOrFoldsCase() {
        // a no-break space is part of an identifier to PostgreSQL, and a Kelvin sign is no k
        assertThat(texts("a\u00A0b")).containsExactly("a\u00A0b");
        assertThat(Identifiers.folded("\u212AÄB")).isEqualTo("\u212AÄb");
    }

    @Test
    void staysInsideItsPart() {
        Lexer lexer = new Lexer("a 'b' c", 0, 4);
        lexer.advance();
        lexer.advance();

        assertThat(lexer.kind()).isEqualTo(TokenKind.UNTERMINATED);
        assertThat(lexer.end()).isEqualTo(4);
    }

    private static List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        while (lexer.advance()) {
            texts.add(lexer.token().text());
        }
        return texts;
    }
}
