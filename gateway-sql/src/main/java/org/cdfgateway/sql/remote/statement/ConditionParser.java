package org.cdfgateway.sql.remote.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Typing;
import org.cdfgateway.sql.lex.Lexer;
import org.cdfgateway.sql.lex.TokenReader;
import org.jspecify.annotations.Nullable;

/** Reads the condition after WHERE. Conjuncts that {@link ExpressionParser} does not know are left to PostgreSQL. */
final class ConditionParser {
    private final String sql;
    private final TableDefinition table;
    private final Parameters parameters;
    private @Nullable GatewayException firstUnknown;

    ConditionParser(String sql, TableDefinition table, Parameters parameters) {
        this.sql = sql;
        this.table = table;
        this.parameters = parameters;
    }

    /** @param tokens after the word WHERE; left at one of {@code ends} */
    RowCondition parse(TokenReader tokens, Set<String> ends) {
        List<Expression> known = new ArrayList<>();
        List<SqlExpression> computed = new ArrayList<>();
        for (TextSpan conjunct : conjuncts(tokens, ends)) {
            try {
                known.add(read(conjunct));
            } catch (GatewayException e) {
                firstUnknown = firstUnknown == null ? e : firstUnknown;
                computed.add(SqlText.of(sql, conjunct, table, parameters).as("boolean"));
            }
        }
        return new RowCondition(together(known), computed);
    }

    /** Why the first conjunct that is left to PostgreSQL is; empty when none is. */
    Optional<GatewayException> firstUnknown() {
        return Optional.ofNullable(firstUnknown);
    }

    /** A condition with an OR outside of parentheses is one conjunct. */
    static List<TextSpan> conjuncts(TokenReader tokens, Set<String> ends) {
        boolean[] alternatives = new boolean[1];
        List<TextSpan> spans = TextSpan.cut(
                tokens,
                token -> {
                    alternatives[0] |= token.isWord("or");
                    return token.isWord("and");
                },
                ends);
        return alternatives[0]
                ? List.of(new TextSpan(
                        spans.get(0).start(), spans.get(spans.size() - 1).end()))
                : spans;
    }

    private Expression read(TextSpan conjunct) {
        TokenReader tokens = new TokenReader(new Lexer(sql, conjunct.start(), conjunct.end()));
        Expression expression = new ExpressionParser(tokens, table, parameters).condition();
        Syntax.expectEnd(tokens);
        return expression;
    }

    private static Expression together(List<Expression> conjuncts) {
        if (conjuncts.isEmpty()) {
            return Constant.TRUE;
        }
        return conjuncts.size() == 1 ? conjuncts.get(0) : Typing.and(conjuncts);
    }
}
