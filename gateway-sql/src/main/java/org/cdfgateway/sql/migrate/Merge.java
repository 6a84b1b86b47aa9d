package org.cdfgateway.sql.migrate;

/** Rewrites MERGE. */
final class Merge {
    private final Walk walk;
    private final StatementTokens tokens;
    private final Changes changes;

    Merge(Walk walk, Changes changes) {
        this.walk = walk;
        this.tokens = walk.tokens;
        this.changes = changes;
    }

    Shape merge(Span span, Scope scope) {
        Changes.Target target = changes.target(span.from() + 2, span.to(), scope);
        int using = tokens.find(span.startingAt(target.end()), "using");
        int on = tokens.find(span.startingAt(using), "on");
        int firstBranch = nextBranch(span.startingAt(on));
        walk.from.walk(new Span(Math.min(using + 1, on), on), scope);
        walk.expressions.walk(new Span(on, firstBranch), scope);
        int returning = tokens.find(span.startingAt(firstBranch), "returning");
        int branch = firstBranch;
        while (branch < returning) {
            int next = nextBranch(new Span(branch + 1, returning));
            branch(new Span(branch, next), target.relation(), scope);
            branch = next;
        }
        return returning < span.to()
                ? walk.selectList.walk(span.startingAt(returning + 1), scope, Output.NAMED)
                : Shape.UNKNOWN;
    }

    /** The next {@code WHEN [NOT] MATCHED}; WHEN alone may belong to CASE. */
    private int nextBranch(Span span) {
        for (int i = span.from(); i < span.to(); i = tokens.after(i)) {
            boolean matched =
                    tokens.isWord(i + 1, "matched") || (tokens.isWord(i + 1, "not") && tokens.isWord(i + 2, "matched"));
            if (tokens.isWord(i, "when") && matched) {
                return i;
            }
        }
        return span.to();
    }

    private void branch(Span span, Relation target, Scope scope) {
        int action = tokens.find(span, "insert", "update", "delete", "do");
        walk.expressions.walk(new Span(span.from(), action), scope);
        if (tokens.isWord(action, "update")) {
            changes.assignments(span.startingAt(Math.min(action + 2, span.to())), target, scope);
        } else if (tokens.isWord(action, "insert")) {
            int i = action + 1;
            if (tokens.is(i, '(')) {
                walk.expressions.targets(tokens.inside(i), target);
                i = tokens.after(i);
            }
            walk.expressions.walk(span.startingAt(i), scope);
        }
    }
}
