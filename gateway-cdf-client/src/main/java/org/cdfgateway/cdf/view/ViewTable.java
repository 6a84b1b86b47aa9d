package org.cdfgateway.cdf.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.cdf.api.ViewReference;
import org.cdfgateway.cdf.filter.InstanceProperty;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;

/**
 * A table over a view, and which of its columns stands for what. A property may have the name of a field that every
 * instance has, so columns are told apart by their positions.
 */
final class ViewTable {

    /** The column of a property. */
    record PropertyColumn(int position, Column column, ViewProperty property) {}

    private final TableDefinition definition;
    private final ViewSource source;
    private final List<PropertyColumn> properties = new ArrayList<>();
    private final Map<InstanceField, Integer> fields = new EnumMap<>(InstanceField.class);

    /** @param definition what {@link org.cdfgateway.domain.table.custom.CustomTables} makes of the source */
    ViewTable(TableDefinition definition, ViewSource source) {
        this.definition = definition;
        this.source = source;
        List<ViewProperty> ofView = source.properties();
        int position = 0;
        fields.put(InstanceField.SPACE, position++);
        fields.put(InstanceField.EXTERNAL_ID, position++);
        for (ViewProperty property : ofView) {
            properties.add(new PropertyColumn(position, definition.columns().get(position), property));
            position++;
        }
        for (; position < definition.columns().size(); position++) {
            fields.put(field(definition.columns().get(position)), position);
        }
    }

    private static InstanceField field(Column column) {
        for (InstanceField field : InstanceField.values()) {
            if (field.cdfField().equals(column.cdfField())) {
                return field;
            }
        }
        throw new IllegalArgumentException("column " + column.name() + " stands for no field of instances");
    }

    TableDefinition definition() {
        return definition;
    }

    InstanceKind kind() {
        return source.kind();
    }

    String space() {
        return source.view().space();
    }

    /** How answers name the view within its space. */
    String label() {
        return source.view().externalId() + "/" + source.view().version();
    }

    ViewReference reference() {
        return new ViewReference(
                source.view().space(), source.view().externalId(), source.view().version());
    }

    List<InstancesApi.Source> sources() {
        return List.of(new InstancesApi.Source(reference()));
    }

    List<PropertyColumn> properties() {
        return properties;
    }

    /** The fields that the table shows, and where. */
    Map<InstanceField, Integer> fields() {
        return fields;
    }

    int position(InstanceField field) {
        return Objects.requireNonNull(fields.get(field), field::cdfField);
    }

    Column column(InstanceField field) {
        return definition.columns().get(position(field));
    }

    InstanceReference key(Row row) {
        return new InstanceReference((String) Objects.requireNonNull(row.value(position(InstanceField.SPACE))), (String)
                Objects.requireNonNull(row.value(position(InstanceField.EXTERNAL_ID))));
    }

    /** What filters call the columns that they can name. */
    Map<Column, InstanceProperty> filterable() {
        Map<Column, InstanceProperty> filterable = new HashMap<>();
        for (InstanceField field : List.of(InstanceField.SPACE, InstanceField.EXTERNAL_ID)) {
            filterable.put(column(field), base(field, PropertyType.TEXT));
        }
        for (InstanceField field : List.of(InstanceField.CREATED_TIME, InstanceField.LAST_UPDATED_TIME)) {
            filterable.put(column(field), base(field, PropertyType.TIMESTAMP));
        }
        for (PropertyColumn each : properties) {
            filterable.put(
                    each.column(),
                    new InstanceProperty(
                            List.of(space(), label(), each.property().name()),
                            each.property().type()));
        }
        return filterable;
    }

    private InstanceProperty base(InstanceField field, PropertyType type) {
        return new InstanceProperty(List.of(kind().instanceType(), field.cdfField()), type);
    }
}
