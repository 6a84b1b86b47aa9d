package org.cdfgateway.sql.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.Lexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {

    private final SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#all")
    void givesTheResultInTheFile(Corpus corpus) {
        MigratedSql migrated = migration.migrate(corpus.before());

        assertThat(migrated.text()).isEqualTo(corpus.after());
        assertThat(Corpus.remarks(migrated)).isEqualTo(corpus.remarks());
    }

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#all")
    void leavesItsOwnResultAlone(Corpus corpus) {
        MigratedSql again = migration.migrate(corpus.after());

        assertThat(again.text()).isSameAs(corpus.after());
    }

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#untouched")
    void leavesOtherNamesAlone(Corpus corpus) {
        assertThat(corpus.after()).isEqualTo(corpus.before());
        assertThat(migration.migrate(corpus.before()).isChanged()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.cdfgateway.sql.migrate.Corpus#all")
    void replacesWholeTokensFromLeftToRight(Corpus corpus) {
        MigratedSql migrated = migration.migrate(corpus.before());

        int previous = 0;
        for (Edit edit : migrated.edits()) {
            assertThat(edit.start()).isGreaterThanOrEqualTo(previous);
            assertThat(boundaries(corpus.before())).contains(edit.start(), edit.end());
            previous = edit.end();
        }
    }

    @Test
    void holdsManyStatementsAndManyCheckedByHand() {
        assertThat(Corpus.all().count()).isGreaterThanOrEqualTo(190);
        assertThat(Corpus.all().filter(corpus -> corpus.reason().isPresent()).count())
                .isGreaterThanOrEqualTo(80);
    }

    private static List<Integer> boundaries(String text) {
        List<Integer> boundaries = new ArrayList<>();
        Lexer lexer = new Lexer(text);
        while (lexer.advance()) {
            boundaries.add(lexer.start());
            boundaries.add(lexer.end());
        }
        return boundaries;
    }
}
