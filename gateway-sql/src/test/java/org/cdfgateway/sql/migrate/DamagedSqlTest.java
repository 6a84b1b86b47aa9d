package org.cdfgateway.sql.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Lexer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody hands in, an answer comes: the same seeds damage each statement of the corpus in the same ways. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedSqlTest {

    private static final int SEEDS = 60;
    private static final int MAX_DAMAGES = 4;
    private static final String ODD = "()[]{};,.:*'\"$\\-/\0\n \u00e9\uD83D";

    private final SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#all")
    void answersWhenTokensAreDamaged(Corpus corpus) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> pieces = pieces(corpus.before());
            for (int i = random.nextInt(MAX_DAMAGES); i >= 0 && !pieces.isEmpty(); i--) {
                damage(pieces, random);
            }
            answers(String.join("", pieces));
        }
    }

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#all")
    void answersWhereverTheTextIsCutOff(Corpus corpus) {
        for (int end = 0; end < corpus.before().length(); end++) {
            answers(corpus.before().substring(0, end));
            answers(corpus.before().substring(end));
        }
    }

    private void answers(String sql) {
        assertThatCode(() -> {
                    MigratedSql migrated = migration.migrate(sql);
                    assertThat(Edit.apply(sql, migrated.edits())).isEqualTo(migrated.text());
                })
                .as(sql)
                .doesNotThrowAnyException();
    }

    private static void damage(List<String> pieces, Random random) {
        int at = random.nextInt(pieces.size());
        int other = random.nextInt(pieces.size());
        switch (random.nextInt(5)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(other, pieces.get(at));
            case 2 -> pieces.set(at, pieces.set(other, pieces.get(at)));
            case 3 -> pieces.add(at, String.valueOf(ODD.charAt(random.nextInt(ODD.length()))));
            default ->
                pieces.set(
                        at,
                        pieces.get(at)
                                .substring(0, random.nextInt(pieces.get(at).length() + 1)));
        }
    }

    /** Tokens and what is between them. */
    private static List<String> pieces(String sql) {
        List<String> pieces = new ArrayList<>();
        Lexer lexer = new Lexer(sql);
        int end = 0;
        while (lexer.advance()) {
            pieces.add(sql.substring(end, lexer.start()));
            pieces.add(sql.substring(lexer.start(), lexer.end()));
            end = lexer.end();
        }
        return pieces;
    }
}
