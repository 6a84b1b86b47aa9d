package org.cdfgateway.sql.remote.statement;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;
import org.cdfgateway.sql.expression.Expression;

/** Conditions over a table with one column or two of every type. */
public final class Conditions {
    public static final TableDefinition THINGS = TableDefinition.table("things", "Things of every kind")
            .column("id", SqlType.BIGINT, "id", WriteRule.WRITABLE, Set.of(), "Number")
            .column("parent_id", SqlType.BIGINT, "parentId", WriteRule.WRITABLE, Set.of(), "Other number")
            .column("name", SqlType.varchar(50), "name", WriteRule.WRITABLE, Set.of(), "Text")
            .column("external_id", SqlType.TEXT, "externalId", WriteRule.WRITABLE, Set.of(), "Other text")
            .column("is_string", SqlType.BOOLEAN, "isString", WriteRule.WRITABLE, Set.of(), "Truth")
            .column("value", SqlType.DOUBLE, "value", WriteRule.WRITABLE, Set.of(), "Measurement")
            .column("timestamp", SqlType.TIMESTAMPTZ, "timestamp", WriteRule.WRITABLE, Set.of(), "Time")
            .column("metadata", SqlType.JSON, "metadata", WriteRule.WRITABLE, Set.of(), "Document")
            .column("asset_ids", SqlType.BIGINT_ARRAY, "assetIds", WriteRule.WRITABLE, Set.of(), "Numbers")
            .column("labels", SqlType.varcharArray(20), "labels", WriteRule.WRITABLE, Set.of(), "Texts")
            .build();

    private static final RemoteParser PARSER = new RemoteParser(new RemoteTables(name -> Optional.of(THINGS)));

    private Conditions() {}

    public static Expression condition(String sql) {
        return condition(sql, Parameters.unknown());
    }

    public static Expression condition(String sql, Parameters parameters) {
        RemoteStatement statement = PARSER.parse("SELECT id FROM public.things WHERE " + sql, parameters);
        return ((RemoteStatement.Query) statement).select().condition().known();
    }

    /** A condition on a table of the caller's; what must be left to PostgreSQL fails. */
    public static Expression condition(TableDefinition table, String sql) {
        RemoteStatement statement = new RemoteParser(new RemoteTables(name -> Optional.of(table)))
                .parse("SELECT NULL FROM public." + table.name() + " WHERE " + sql, Parameters.unknown());
        return ((RemoteStatement.Query) statement).select().condition().known();
    }

    public static RowFixture aThing() {
        return RowFixture.aRow(THINGS);
    }

    public static Row nothing() {
        return aThing().row();
    }
}
