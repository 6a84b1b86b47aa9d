package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.RowInsert;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/** What becomes of statements while a user has certain tables. Immutable. */
public final class TableRules {
    private static final Set<String> CHANGES = Set.of("update", "delete");
    private static final Pattern MENTION = Pattern.compile("explain", Pattern.CASE_INSENSITIVE);

    private final Collection<TableDefinition> builtIn;
    private final List<TableDefinition> custom;
    private final SettingRules settings;
    private final StatementRules statements;
    private final ExplainRule explain;
    private final RowInserts rowInserts;

    public TableRules(Collection<TableDefinition> builtIn, List<TableDefinition> custom, SettingRules settings) {
        CdfTableNames names = new CdfTableNames(builtIn, custom);
        this.builtIn = builtIn;
        this.custom = custom;
        this.settings = settings;
        this.statements = new StatementRules(names, settings);
        this.explain = new ExplainRule(names);
        this.rowInserts = new RowInserts(names);
    }

    /** These rules if they are for these custom tables, or such rules; quick for the same list. */
    public TableRules with(List<TableDefinition> now) {
        return custom.equals(now) ? this : new TableRules(builtIn, now, settings);
    }

    /** @see org.cdfgateway.domain.port.inbound.StatementGuard#admit */
    public Admission admit(String sql) {
        List<StatementSpan> spans = StatementSpan.cut(sql);
        List<Edit> edits = new ArrayList<>();
        for (StatementSpan statement : spans) {
            statements.examine(sql, statement).ifPresent(edits::add);
        }
        boolean loneChange = spans.size() == 1 && CHANGES.contains(spans.get(0).firstWord());
        Optional<RowInsert> rowInsert =
                spans.size() == 1 && edits.isEmpty() ? rowInserts.recognise(sql, spans.get(0)) : Optional.empty();
        boolean dropsPrepared = spans.stream().anyMatch(statement -> dropsPrepared(sql, statement));
        return new Admission(Edit.apply(sql, edits), loneChange, StrictKeysMention.in(sql), rowInsert, dropsPrepared);
    }

    /** @see org.cdfgateway.domain.port.inbound.StatementGuard#planDetail */
    public PlanDetail planDetail(String sql) {
        if (!MENTION.matcher(sql).find()) {
            return PlanDetail.AS_PRINTED;
        }
        return StatementSpan.cut(sql).stream()
                .map(statement -> explain.detail(sql, statement))
                .max(Comparator.naturalOrder())
                .orElse(PlanDetail.AS_PRINTED);
    }

    /** DISCARD PLANS, SEQUENCES and TEMP leave them. */
    private static boolean dropsPrepared(String sql, StatementSpan statement) {
        if (statement.firstWord().equals("deallocate")) {
            return true;
        }
        TokenReader tokens = new TokenReader(statement.lexer(sql));
        return tokens.accept("discard") && tokens.accept("all");
    }
}
