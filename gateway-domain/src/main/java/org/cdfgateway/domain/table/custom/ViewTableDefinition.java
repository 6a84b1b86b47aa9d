package org.cdfgateway.domain.table.custom;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.NULL_TEST;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.WriteRule.DEFAULTED;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.WriteRule;

/**
 * The table that shows the instances of one view: reference/postgres-gateway.md section 4.4. Columns of properties have
 * the properties' names and {@code cdfField}s; the columns that every instance has give way to them with a leading
 * underscore.
 */
final class ViewTableDefinition {

    private static final int MAX_SPACE = 43;
    private static final int MAX_EXTERNAL_ID = 256;

    private final ViewSource source;
    private final TableDefinition.Builder table;
    private final Set<String> taken;

    private ViewTableDefinition(String schema, String name, ViewSource source) {
        this.source = source;
        this.taken =
                source.properties().stream().map(ViewProperty::name).collect(Collectors.toCollection(HashSet::new));
        this.table = TableDefinition.table(name, comment(source)).schema(schema);
    }

    static TableDefinition of(String schema, String name, ViewSource source) {
        return new ViewTableDefinition(schema, name, source).build();
    }

    private TableDefinition build() {
        String space = column(InstanceField.SPACE, SqlType.varchar(MAX_SPACE), FIXED_REQUIRED, Set.of(LOOKUP));
        String externalId =
                column(InstanceField.EXTERNAL_ID, SqlType.varchar(MAX_EXTERNAL_ID), FIXED_REQUIRED, Set.of(LOOKUP));
        source.properties().forEach(this::property);
        if (source.kind() == InstanceKind.EDGES) {
            column(InstanceField.START_NODE, SqlType.JSON, REQUIRED, Set.of());
            column(InstanceField.END_NODE, SqlType.JSON, REQUIRED, Set.of());
            column(InstanceField.TYPE, SqlType.JSON, REQUIRED, Set.of());
        }
        column(InstanceField.CREATED_TIME, SqlType.TIMESTAMPTZ, READ_ONLY, Set.of(RANGE));
        column(InstanceField.LAST_UPDATED_TIME, SqlType.TIMESTAMPTZ, READ_ONLY, Set.of(RANGE));
        return table.key(space, externalId).upsert().build();
    }

    private String column(InstanceField field, SqlType type, WriteRule rule, Set<Pushable> pushables) {
        String name = field.columnName();
        while (!taken.add(name)) {
            name = "_" + name;
        }
        table.column(name, type, field.cdfField(), rule, pushables, field.comment());
        return name;
    }

    /**
     * An instance may have its required properties already, or get them from another view or a default: only CDF can tell
     * when one is missing. None can be cleared.
     */
    private void property(ViewProperty property) {
        table.column(
                property.name(),
                property.type().column(property.isList()),
                property.name(),
                property.required() ? DEFAULTED : WRITABLE,
                property.isList() ? Set.of() : pushables(property.type()),
                comment(property));
    }

    private static Set<Pushable> pushables(PropertyType type) {
        return switch (type) {
            case INT32, INT64, FLOAT32, FLOAT64, TIMESTAMP -> Set.of(EQUALITY, RANGE, NULL_TEST);
            case TEXT, ENUM, BOOLEAN, DATE, TIME_SERIES, FILE, SEQUENCE -> Set.of(EQUALITY, NULL_TEST);
            case JSON, DIRECT_RELATION -> Set.of(NULL_TEST);
        };
    }

    private static String comment(ViewSource source) {
        ViewId view = source.view();
        String what = (source.kind() == InstanceKind.EDGES ? "Edges" : "Nodes") + " of view " + view.externalId() + " ("
                + view.version() + ") in space " + view.space();
        return source.description().isBlank() ? what : what + ": " + source.description();
    }

    private static String comment(ViewProperty property) {
        String type = property.type().cdfName() + (property.isList() ? " list" : "");
        String relation = property.relatesTo()
                .map(view ->
                        ", leads to view " + view.externalId() + " (" + view.version() + ") in space " + view.space())
                .orElse("");
        String description = property.description().isBlank() ? "" : ": " + property.description();
        return type + relation + (property.required() ? ", required" : "") + description;
    }
}
