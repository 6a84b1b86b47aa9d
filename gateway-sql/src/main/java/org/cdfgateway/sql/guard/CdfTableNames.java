package org.cdfgateway.sql.guard;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.QualifiedName;

/** Tells CDF tables from the client's own. */
final class CdfTableNames {
    private static final String SCHEMA = "public";
    private static final String TEMPORARY_SCHEMA = "pg_temp";

    private final Set<String> names;
    private final LegacyTableNames legacy;

    CdfTableNames(Collection<TableDefinition> tables) {
        names = tables.stream().map(TableDefinition::name).collect(Collectors.toUnmodifiableSet());
        legacy = new LegacyTableNames(tables);
    }

    /**
     * Whether the name means a CDF table: unqualified or in schema public, which the client cannot hide behind a temporary
     * table of the same name, because {@link RelationRule} refuses that; or one that says schema v1.
     */
    boolean contains(QualifiedName name) {
        return (names.contains(name.last()) && name.isVisibleIn(SCHEMA)) || legacy.contains(name);
    }

    /** Whether a relation of that name would be, or hide, a CDF table. */
    boolean isTaken(QualifiedName name) {
        return contains(name) || (names.contains(name.last()) && name.isVisibleIn(TEMPORARY_SCHEMA));
    }

    LegacyTableNames legacy() {
        return legacy;
    }
}
