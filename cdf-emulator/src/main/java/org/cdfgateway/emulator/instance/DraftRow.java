package org.cdfgateway.emulator.instance;

import java.util.Objects;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.jspecify.annotations.Nullable;

/** Values that are being changed, of one instance in one container. */
final class DraftRow {

    private final Container container;
    private final @Nullable Row before;
    private final @Nullable Object[] values;

    /** @param before null when the instance has no values in the container yet */
    DraftRow(Container container, @Nullable Row before) {
        this.container = container;
        this.before = before;
        this.values = before == null ? new @Nullable Object[container.slots()] : before.copyValues(container);
        if (before == null) {
            setDefaults();
        }
    }

    Container container() {
        return container;
    }

    private void setDefaults() {
        for (ContainerProperty property : container.properties().values()) {
            values[property.slot()] = property.absent();
        }
    }

    /** Forgets every value, as if the row were new. */
    void replaceAll() {
        setDefaults();
    }

    /** @throws ApiError 400 for nulls and changes that the property does not allow */
    void set(ContainerProperty property, @Nullable Object value) {
        if (value == null && !property.nullable()) {
            throw nullValue(property);
        }
        Object earlier = before == null ? null : before.value(property);
        if (property.immutable() && earlier != null && !earlier.equals(value)) {
            throw ApiError.badRequest(
                    "Cannot update immutable property '" + property.name() + "' of container " + container.id());
        }
        values[property.slot()] = value;
    }

    private static ApiError nullValue(ContainerProperty property) {
        return ApiError.badRequest(
                "Invalid value for non-nullable property '" + property.name() + "'. Value cannot be null.");
    }

    /**
     * The row that is there from now on.
     *
     * @throws ApiError 400 when something is missing
     */
    Row finish(AutoIncrements autoIncrements) {
        for (ContainerProperty property : container.properties().values()) {
            if (property.autoIncrement()) {
                Object value = values[property.slot()];
                if (value != null) {
                    autoIncrements.seen(container, property, value);
                } else if (before == null) {
                    values[property.slot()] = autoIncrements.next(container, property);
                }
            }
            if (!property.nullable() && values[property.slot()] == null) {
                throw nullValue(property);
            }
        }
        Row same = before;
        return same != null && same.hasValues(values) ? Objects.requireNonNull(same) : new Row(container, values);
    }
}
