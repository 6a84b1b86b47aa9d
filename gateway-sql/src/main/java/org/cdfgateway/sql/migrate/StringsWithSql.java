package org.cdfgateway.sql.migrate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.sql.lex.StringLiterals;

/** Finds SQL of 1.0 in strings, which only a person can rewrite: DO blocks, EXECUTE, names given to catalogs. */
final class StringsWithSql {
    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "copy");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "copy", "table", "only");
    private static final Set<String> CATALOG_COLUMNS = Set.of("table_name", "relname", "tablename");

    private final Walk walk;
    private final StatementTokens tokens;

    StringsWithSql(Walk walk) {
        this.walk = walk;
        this.tokens = walk.tokens;
    }

    void find() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).isString()) {
                int token = i;
                StringLiterals.value(tokens.at(i)).ifPresent(value -> examine(token, value));
            }
        }
    }

    private void examine(int token, String value) {
        legacyIn(value).ifPresent(table -> walk.remark(token, Remark.sqlInString(table.name())));
        boolean isCatalogName =
                (tokens.at(token - 1).isOperator("=") && CATALOG_COLUMNS.contains(tokens.word(token - 2)))
                        || tokens.isWord(token + 2, "regclass");
        if (isCatalogName) {
            StatementTokens name = new StatementTokens(value, 0, value.length());
            renamed(name, 0).ifPresent(table -> walk.remark(token, Remark.nameInString(table.name())));
        }
    }

    /** A table that went by another name in 1.0, where SQL names tables. */
    private Optional<LegacyTable> legacyIn(String value) {
        StatementTokens inner = new StatementTokens(value, 0, value.length());
        boolean hasVerb = false;
        for (int i = 0; i < inner.size(); i++) {
            hasVerb |= VERBS.contains(inner.word(i));
            if (hasVerb && BEFORE_TABLE.contains(inner.word(i))) {
                Optional<LegacyTable> table = renamed(inner, i + 1);
                if (table.isPresent()) {
                    return table;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LegacyTable> renamed(StatementTokens inner, int i) {
        int last = inner.chainEnd(i) - 1;
        boolean isName = inner.name(i).isPresent() && inner.name(last).isPresent();
        if (!isName || (last > i && !inner.name(i).orElseThrow().equals(Catalog.SCHEMA))) {
            return Optional.empty();
        }
        return walk.catalog.legacy(List.of(inner.name(last).orElseThrow())).filter(LegacyTable::isRenamed);
    }
}
