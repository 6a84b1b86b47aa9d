package org.cdfgateway.sql.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a statement is laid out changes nothing about how it is rewritten, and the layout survives. */
class FormattingTest {

    private static final List<String> BLANKS =
            List.of(" ", "\n", "\t", "  \r\n ", " -- key FROM raw\n", " /* \"key\" */ ", "/* a /* raw.key */ ' */");
    private static final int LAYOUTS = 5;

    private final SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#reads")
    void layoutDoesNotMatter(Corpus corpus) {
        for (int seed = 0; seed < LAYOUTS; seed++) {
            Random random = new Random(seed);
            List<String> blanks = new ArrayList<>();
            StringBuilder laidOut = new StringBuilder();
            for (Token token : tokens(corpus.before())) {
                String blank = BLANKS.get(random.nextInt(BLANKS.size()));
                blanks.add(blank);
                laidOut.append(token.text()).append(blank);
            }

            MigratedSql migrated = migration.migrate(laidOut.toString());

            assertThat(texts(migrated.text())).as("seed %d", seed).isEqualTo(texts(corpus.after()));
            if (migrated.edits().stream().allMatch(edit -> isOneToken(laidOut.substring(edit.start(), edit.end())))) {
                assertThat(migrated.text()).as("seed %d", seed).containsSubsequence(blanks);
            }
        }
    }

    private static boolean isOneToken(String replaced) {
        return tokens(replaced).size() <= 1;
    }

    private static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        while (lexer.advance()) {
            tokens.add(lexer.token());
        }
        return tokens;
    }

    private static List<String> texts(String sql) {
        return tokens(sql).stream().map(Token::text).toList();
    }
}
