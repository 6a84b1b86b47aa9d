package org.cdfgateway.sql;

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
import org.cdfgateway.domain.port.inbound.StatementGuard;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.edit.Edit;
import org.cdfgateway.sql.guard.ExplainRule;
import org.cdfgateway.sql.guard.RowInserts;
import org.cdfgateway.sql.guard.SettingLimits;
import org.cdfgateway.sql.guard.SettingRules;
import org.cdfgateway.sql.guard.StartupSettings;
import org.cdfgateway.sql.guard.StatementRules;
import org.cdfgateway.sql.guard.StrictKeysMention;
import org.cdfgateway.sql.lex.StatementSpan;
import org.cdfgateway.sql.lex.TokenReader;

/**
 * Keeps statements away from the engine that a client must not run, and makes COPY work on CDF tables. Only the head of a
 * statement is looked at; the rest is skipped.
 */
public final class SqlGuard implements StatementGuard {
    private static final Set<String> CHANGES = Set.of("update", "delete");
    private static final Pattern MENTION = Pattern.compile("explain", Pattern.CASE_INSENSITIVE);

    private final StatementRules statements;
    private final ExplainRule explain;
    private final StartupSettings startup;
    private final RowInserts rowInserts;

    public SqlGuard(Collection<TableDefinition> tables, SettingLimits limits) {
        SettingRules settings = new SettingRules(limits);
        this.statements = new StatementRules(tables, settings);
        this.explain = new ExplainRule(tables);
        this.startup = new StartupSettings(settings);
        this.rowInserts = new RowInserts(tables);
    }

    @Override
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

    @Override
    public PlanDetail planDetail(String sql) {
        if (!MENTION.matcher(sql).find()) {
            return PlanDetail.AS_PRINTED;
        }
        return StatementSpan.cut(sql).stream()
                .map(statement -> explain.detail(sql, statement))
                .max(Comparator.naturalOrder())
                .orElse(PlanDetail.AS_PRINTED);
    }

    @Override
    public void admitSetting(String name, String value) {
        startup.admit(name, value);
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
