package org.cdfgateway.sql.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.sql.lex.QualifiedName;

/** The custom tables of one user: those of schema public, and those of data models, which have schemas of their own. */
final class CustomTableNames {
    private final Set<TableName> tables = new HashSet<>();
    private final Map<String, List<TableName>> byLastPart = new HashMap<>();

    CustomTableNames(Collection<TableDefinition> custom) {
        for (TableDefinition table : custom) {
            tables.add(table.id());
            byLastPart.merge(table.name(), List.of(table.id()), CustomTableNames::joined);
        }
    }

    /** The table of exactly this name; without a schema one of public. */
    Optional<TableName> find(QualifiedName name) {
        return switch (name.parts().size()) {
            case 1 -> inPublic(name.last());
            case 2 ->
                Optional.of(new TableName(name.parts().get(0), name.last())).filter(tables::contains);
            default -> Optional.empty();
        };
    }

    /** The only table that a name without a schema can mean, whatever schemas are searched. */
    Optional<TableName> only(QualifiedName name) {
        return Optional.of(inAnySchema(name.last()))
                .filter(found -> name.parts().size() == 1 && found.size() == 1)
                .map(found -> found.get(0));
    }

    Optional<TableName> inPublic(String name) {
        return Optional.of(new TableName(TableDefinition.PUBLIC, name)).filter(tables::contains);
    }

    List<TableName> inAnySchema(String name) {
        return byLastPart.getOrDefault(name, List.of());
    }

    private static List<TableName> joined(List<TableName> some, List<TableName> more) {
        List<TableName> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
