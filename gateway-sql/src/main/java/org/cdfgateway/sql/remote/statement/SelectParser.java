package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.lex.QualifiedName;
import org.cdfgateway.sql.lex.TokenReader;

/** Reads {@code SELECT a, b FROM schema.t [alias] [WHERE condition]}; the word SELECT has been taken. */
final class SelectParser {
    private static final Set<String> SYSTEM_COLUMNS = Set.of("ctid", "tableoid", "xmin", "xmax", "cmin", "cmax");

    private final RemoteTables tables;
    private final TokenReader tokens;

    SelectParser(RemoteTables tables, TokenReader tokens) {
        this.tables = tables;
        this.tokens = tokens;
    }

    Select parse(Parameters parameters) {
        List<String> names = outputNames(tokens);
        Syntax.expect(tokens, "from");
        TableDefinition table = tables.find(Syntax.name(tokens));
        if (tokens.current().isIdentifier() && !isClause()) {
            tokens.take();
        }
        Expression condition =
                tokens.accept("where") ? new ExpressionParser(tokens, table, parameters).condition() : Constant.TRUE;
        if (tokens.current().isWord("for")) {
            throw new GatewayException(
                            ErrorKind.FEATURE_NOT_SUPPORTED,
                            "rows of CDF table \"" + table.name() + "\" cannot be locked, updated or deleted")
                    .withHint(
                            "UPDATE, DELETE and SELECT ... FOR UPDATE are not available on CDF tables in this version.");
        }
        Syntax.expectEnd(tokens);
        return new Select(table, outputs(table, names), condition);
    }

    private boolean isClause() {
        return tokens.current().isWord("where") || tokens.current().isWord("for");
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

    /** @throws GatewayException UNDEFINED_COLUMN */
    static List<OutputColumn> outputs(TableDefinition table, List<String> names) {
        List<OutputColumn> outputs = new ArrayList<>();
        for (String name : names) {
            if (name.equals("null")) {
                outputs.add(new OutputColumn.AlwaysNull("?column?"));
            } else if (SYSTEM_COLUMNS.contains(name)) {
                outputs.add(new OutputColumn.AlwaysNull(name));
            } else {
                outputs.add(new OutputColumn.OfTable(table, RemoteTables.position(table, name)));
            }
        }
        return outputs;
    }
}
