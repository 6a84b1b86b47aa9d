package org.cdfgateway.sql.guard;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.custom.CustomTableSchemas;
import org.cdfgateway.sql.edit.Quoting;
import org.cdfgateway.sql.lex.QualifiedName;

/**
 * The foreign table that takes the rows of a COPY FROM.
 *
 * @param relation its name, quoted
 * @param check a condition, which fails when the client's name means something else than what was taken for it: only the
 *     engine knows which schemas are searched and which temporary tables there are; empty when the name is clear
 */
record CopyTarget(String relation, Optional<String> check) {
    private static final String BUILT_IN_SCHEMA = "cdf_copy";
    private static final String LEGACY_SCHEMA = "v1_copy";

    /** Empty when the name means no CDF table. */
    static Optional<CopyTarget> of(QualifiedName table, List<String> columns, CdfTableNames tables) {
        Optional<TableName> custom = tables.custom().find(table);
        if (custom.isPresent()) {
            return custom.map(found -> ofCustom(table, found));
        }
        if (tables.legacy().means(table, columns)) {
            return Optional.of(new CopyTarget(
                    relation(new TableName(LEGACY_SCHEMA, table.last())),
                    tables.legacy().isBare(table) ? Optional.of(unlessTemporary(table.last())) : Optional.empty()));
        }
        if (tables.isBuiltIn(table)) {
            boolean isClear = tables.custom().inAnySchema(table.last()).isEmpty();
            return Optional.of(new CopyTarget(
                    relation(new TableName(BUILT_IN_SCHEMA, table.last())),
                    isClear ? Optional.empty() : ifMeant(table, TableDefinition.PUBLIC)));
        }
        return tables.custom().only(table).map(found -> ofCustom(table, found));
    }

    private static CopyTarget ofCustom(QualifiedName table, TableName found) {
        return new CopyTarget(relation(CustomTableSchemas.copyTarget(found)), ifMeant(table, found.schema()));
    }

    private static String relation(TableName name) {
        return name.schema() + "." + Quoting.identifier(name.name());
    }

    /** A table of version 1.0 that is named without its schema may be a temporary table. */
    private static String unlessTemporary(String table) {
        return "(pg_catalog.to_regclass(" + Quoting.literal("pg_temp." + Quoting.identifier(table))
                + ") IS NULL OR cdf.refuse_hidden(" + Quoting.literal(table) + "))";
    }

    /** Whether the bare name is found in the schema first; a name with a schema is clear. */
    private static Optional<String> ifMeant(QualifiedName table, String schema) {
        if (table.parts().size() > 1) {
            return Optional.empty();
        }
        String name = Quoting.identifier(table.last());
        return Optional.of("(pg_catalog.to_regclass(" + Quoting.literal(name)
                + ") OPERATOR(pg_catalog.=) pg_catalog.to_regclass("
                + Quoting.literal(Quoting.identifier(schema) + "." + name) + ") OR cdf.refuse_ambiguous("
                + Quoting.literal(schema) + ", " + Quoting.literal(table.last()) + "))");
    }
}
