package org.cdfgateway.sql.migrate;

import java.util.Set;

/** One walk over one statement: the parts that take turns in reading it, and what they share. */
final class Walk {
    final StatementTokens tokens;
    final Catalog catalog;
    final Rewrite rewrite;
    final TableNames tableNames;
    final References references;
    final Expressions expressions;
    final FromClause from;
    final SelectList selectList;
    final Queries queries;
    final Changes changes;

    /** @param hidden names that mean something else in this text, for example temporary tables */
    Walk(StatementTokens tokens, Catalog catalog, Set<String> hidden, Rewrite rewrite) {
        this.tokens = tokens;
        this.catalog = catalog;
        this.rewrite = rewrite;
        this.tableNames = new TableNames(this, Set.copyOf(hidden));
        this.references = new References(this);
        this.expressions = new Expressions(this);
        this.from = new FromClause(this);
        this.selectList = new SelectList(this);
        this.queries = new Queries(this);
        this.changes = new Changes(this);
    }

    void rename(int token, String name) {
        rewrite.replace(tokens.at(token).start(), tokens.at(token).end(), NewName.like(tokens, token, name));
    }

    void remark(int token, Remark remark) {
        rewrite.remark(tokens.at(token).start(), remark);
    }
}
