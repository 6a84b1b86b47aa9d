package org.cdfgateway.sql.remote.statement;

import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * One of the conditions after WHERE that must all hold.
 *
 * @param sql as the statement has it
 */
public record ConditionPart(String sql, RowCondition condition) {
    private static final Set<String> AFTER_WHERE = Set.of("order", "for", "returning");

    /** The parts of a statement's condition; none when it has no condition. */
    public static List<ConditionPart> of(String statement, TableDefinition table, Parameters parameters) {
        TokenReader tokens = new TokenReader(new Lexer(statement));
        TextSpan.cut(tokens, token -> false, Set.of("where"));
        if (!tokens.accept("where")) {
            return List.of();
        }
        return ConditionParser.conjuncts(tokens, AFTER_WHERE).stream()
                .map(span -> part(statement.substring(span.start(), span.end()), table, parameters))
                .toList();
    }

    private static ConditionPart part(String sql, TableDefinition table, Parameters parameters) {
        ConditionParser parser = new ConditionParser(sql, table, parameters);
        return new ConditionPart(sql, parser.parse(new TokenReader(new Lexer(sql)), Set.of()));
    }
}
