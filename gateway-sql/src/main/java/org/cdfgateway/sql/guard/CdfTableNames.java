package org.cdfgateway.sql.guard;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.lex.QualifiedName;

/** Tells CDF tables from the client's own. */
final class CdfTableNames {
    private static final String TEMPORARY_SCHEMA = "pg_temp";

    private final Set<String> builtIn;
    private final CustomTableNames custom;
    private final LegacyTableNames legacy;

    CdfTableNames(Collection<TableDefinition> builtIn, Collection<TableDefinition> custom) {
        this.builtIn = builtIn.stream().map(TableDefinition::name).collect(Collectors.toUnmodifiableSet());
        this.custom = new CustomTableNames(custom);
        this.legacy = new LegacyTableNames(builtIn, this.custom);
    }

    /**
     * Whether the name means a CDF table: unqualified or in schema public, which the client cannot hide behind a temporary
     * table of the same name, because {@link RelationRule} refuses that; or one that says schema v1 or a data model's.
     */
    boolean contains(QualifiedName name) {
        return isBuiltIn(name) || custom.find(name).isPresent() || legacy.contains(name);
    }

    /** Whether a relation of that name would be, or hide, a CDF table. */
    boolean isTaken(QualifiedName name) {
        return contains(name)
                || (name.isVisibleIn(TEMPORARY_SCHEMA)
                        && (builtIn.contains(name.last())
                                || custom.inPublic(name.last()).isPresent()));
    }

    boolean isBuiltIn(QualifiedName name) {
        return builtIn.contains(name.last()) && name.isVisibleIn(TableDefinition.PUBLIC);
    }

    /** Whether a CDF table of any schema has the name. */
    boolean isNamed(String name) {
        return builtIn.contains(name) || !custom.inAnySchema(name).isEmpty();
    }

    CustomTableNames custom() {
        return custom;
    }

    LegacyTableNames legacy() {
        return legacy;
    }
}
