package org.cdfgateway.sql.lex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected values are what PostgreSQL 18 answers to {@code SELECT <literal>}. */
class StringLiteralsTest {

    @Test
    void readsPlainLiterals() {
        assertThat(value("'it''s'")).isEqualTo("it's");
        assertThat(value("'back\\slash'")).isEqualTo("back\\slash");
        assertThat(value("'a'\n'b''c'")).isEqualTo("ab'c");
    }

    @Test
    void readsEscapes() {
        assertThat(value("E'a\\nb\\t\\\\\\'\\q'")).isEqualTo("a\nb\t\\'q");
        assertThat(value("E'\\x41\\101\\u00e9\\U0001F600'")).isEqualTo("AAé😀");
        assertThat(value("E'\\xc3\\xa9'")).isEqualTo("é");
        assertThat(value("E'\\uD83D\\uDE00'")).isEqualTo("😀");
        assertThat(value("E'a''b'\n'\\'c'")).isEqualTo("a'b'c");
    }

    @Test
    void readsUnicodeEscapes() {
        assertThat(value("U&'d\\0061t\\+000061\\\\'")).isEqualTo("data\\");
    }

    @Test
    void readsDollarQuotes() {
        assertThat(value("$$a'$b\\$$")).isEqualTo("a'$b\\");
        assertThat(value("$x$ $$ $x$")).isEqualTo(" $$ ");
    }

    @Test
    void wrongEscapesHaveNoValue() {
        assertThat(StringLiterals.value(token("E'\\u00'"))).isEmpty();
        assertThat(StringLiterals.value(token("E'\\xff'"))).isEmpty();
        assertThat(StringLiterals.value(token("U&'\\00'"))).isEmpty();
        assertThat(StringLiterals.value(token("word"))).isEmpty();
    }

    @Test
    void readsIdentifiers() {
        assertThat(Identifiers.name(token("Work_Mem"))).contains("work_mem");
        assertThat(Identifiers.name(token("\"Work\"\"Mem\""))).contains("Work\"Mem");
        assertThat(Identifiers.name(token("U&\"work\\005fmem\""))).contains("work_mem");
        assertThat(Identifiers.name(token("'x'"))).isEmpty();
    }

    private static String value(String literal) {
        return StringLiterals.value(token(literal)).orElseThrow();
    }

    private static Token token(String text) {
        Lexer lexer = new Lexer(text);
        lexer.advance();
        assertThat(lexer.end()).isEqualTo(text.length());
        return lexer.token();
    }
}
