package org.cdfgateway.emulator.instance;

import java.util.Arrays;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.DefinitionId;
import org.jspecify.annotations.Nullable;

/** The values of one instance in one container, by slot. Immutable. */
public final class Row {

    private final DefinitionId container;
    private final long containerSerial;
    private final @Nullable Object[] values;

    /** @param values owned by the row from now on */
    Row(Container container, @Nullable Object[] values) {
        this.container = container.id();
        this.containerSerial = container.serial();
        this.values = values;
    }

    public DefinitionId container() {
        return container;
    }

    /** Whether it is of this container and not of an earlier one of the same name. */
    public boolean isOf(Container other) {
        return containerSerial == other.serial();
    }

    public @Nullable Object value(ContainerProperty property) {
        return property.slot() < values.length ? values[property.slot()] : null;
    }

    /** A copy with room for all slots of the container. */
    @Nullable
    Object[] copyValues(Container current) {
        return Arrays.copyOf(values, current.slots());
    }

    boolean hasValues(@Nullable Object[] others) {
        return Arrays.equals(Arrays.copyOf(values, others.length), others);
    }
}
