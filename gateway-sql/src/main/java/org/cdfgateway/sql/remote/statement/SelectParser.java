package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.TokenReader;

/** Reads {@code SELECT a, b FROM schema.t [alias] [WHERE condition] [ORDER BY ...] [FOR UPDATE]}; the word SELECT has been taken. */
final class SelectParser {
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "tableoid", "xmin", "xmax", "cmin", "cmax");

    private static final String ADDRESS = "ctid";
    private static final Set<String> AFTER_ORDER = Set.of("for");
    private static final Set<String> AFTER_WHERE = Set.of("order", "for");

    private final RemoteTables tables;
    private final String sql;
    private final TokenReader tokens;

    /** @param tokens of {@code sql} */
    SelectParser(RemoteTables tables, String sql, TokenReader tokens) {
        this.tables = tables;
        this.sql = sql;
        this.tokens = tokens;
    }

    Select parse(Parameters parameters) {
        List<String> names = outputNames(tokens);
        Syntax.expect(tokens, "from");
        TableDefinition table = tables.find(Syntax.name(tokens));
        if (tokens.current().isIdentifier() && !isClause()) {
            tokens.take();
        }
        ConditionParser conditions = new ConditionParser(sql, table, parameters);
        RowCondition condition = tokens.accept("where") ? conditions.parse(tokens, AFTER_WHERE) : RowCondition.ALWAYS;
        boolean isSorted = tokens.current().isWord("order");
        if (isSorted) {
            TextSpan.cut(tokens, token -> false, AFTER_ORDER);
        }
        boolean forChange = tokens.current().isWord("for");
        if (forChange) {
            expectLockForChange(table, names);
        } else {
            // of what is only read, PostgreSQL keeps the rest of the condition and the order to itself
            if (isSorted) {
                throw Syntax.unexpected(tokens.current());
            }
            conditions.firstUnknown().ifPresent(unknown -> {
                throw unknown;
            });
        }
        Syntax.expectEnd(tokens);
        return new Select(table, outputs(table, names, forChange), condition, forChange, isSorted);
    }

    /** UPDATE and DELETE want the rows' addresses; SELECT ... FOR UPDATE does not. */
    private void expectLockForChange(TableDefinition table, List<String> names) {
        Syntax.expect(tokens, "for");
        if (!tokens.accept("update") || !names.contains(ADDRESS)) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            "rows of CDF table \"" + table.name() + "\" cannot be locked")
                    .withHint("CDF has no locks: leave out FOR UPDATE or FOR SHARE.");
        }
    }

    private boolean isClause() {
        return tokens.current().isWord("where")
                || tokens.current().isWord("order")
                || tokens.current().isWord("for");
    }

    /** The names of a list of columns, without what qualifies them. */
    static List<String> outputNames(TokenReader tokens) {
        List<String> names = new ArrayList<>();
        do {
            QualifiedName name = Syntax.name(tokens);
            names.add(name.last());
        } while (tokens.accept(','));
        return names;
    }

    /**
     * @param withAddress whether {@code ctid} is the row's address
     * @throws GatewayException UNDEFINED_COLUMN
     */
    static List<OutputColumn> outputs(TableDefinition table, List<String> names, boolean withAddress) {
        List<OutputColumn> outputs = new ArrayList<>();
        for (String name : names) {
            if (name.equals("null")) {
                outputs.add(new OutputColumn.AlwaysNull("?column?"));
            } else if (withAddress && name.equals(ADDRESS)) {
                outputs.add(new OutputColumn.Address(ADDRESS, table.columns().size()));
            } else if (SYSTEM_COLUMNS.contains(name)) {
                outputs.add(new OutputColumn.AlwaysNull(name));
            } else {
                outputs.add(new OutputColumn.OfTable(table, RemoteTables.position(table, name)));
            }
        }
        return outputs;
    }
}
