package org.cdfgateway.sql.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.TokenKind;

/** Rewrites the statements of one text, one after the other. Not for use by several threads. */
public final class ScriptMigration {
    private final Catalog catalog;
    private final String text;
    private final HiddenNames hidden = new HiddenNames();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public ScriptMigration(Catalog catalog, String text) {
        this.catalog = catalog;
        this.text = text;
    }

    public MigratedSql migrate() {
        for (Script.Part part : Script.parts(text)) {
            StatementTokens tokens = new StatementTokens(text, part.start(), part.end());
            if (tokens.at(tokens.size() - 1).kind() == TokenKind.UNTERMINATED) {
                findings.add(Finding.at(text, tokens.at(tokens.size() - 1).start(), Remark.unterminated()));
            } else {
                part(part.kind(), tokens);
            }
        }
        return new MigratedSql(Edit.apply(text, edits), edits, findings);
    }

    private void part(Script.Kind kind, StatementTokens tokens) {
        Rewrite rewrite = new Rewrite(Set.of());
        walk(kind, tokens, rewrite);
        while (!rewrite.isFinal()) {
            rewrite = new Rewrite(rewrite.allUnderOldNames());
            walk(kind, tokens, rewrite);
        }
        edits.addAll(rewrite.edits());
        findings.addAll(rewrite.findings(text));
        hidden.observe(tokens);
    }

    private void walk(Script.Kind kind, StatementTokens tokens, Rewrite rewrite) {
        Walk walk = new Walk(tokens, catalog, hidden.names(), rewrite);
        switch (kind) {
            case STATEMENT -> new Statements(walk).rewrite();
            case META_COMMAND -> metaCommand(walk, tokens);
        }
        new StringsWithSql(walk).find();
    }

    private static void metaCommand(Walk walk, StatementTokens tokens) {
        if (tokens.isWord(1, "copy")) {
            new Copies(walk).copy(2, new Scope());
        }
    }
}
