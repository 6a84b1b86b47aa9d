package org.cdfgateway.emulator.instance;

import java.util.Arrays;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.store.PackedValues;
import org.jspecify.annotations.Nullable;

/** The values of one instance in one container, by slot. Immutable. */
public final class Row extends PackedValues {

    private final DefinitionId container;
    private final long containerSerial;

    Row(Container container, @Nullable Object[] values) {
        super(values);
        this.container = container.id();
        this.containerSerial = container.serial();
    }

    public DefinitionId container() {
        return container;
    }

    /** Whether it is of this container and not of an earlier one of the same name. */
    public boolean isOf(Container other) {
        return containerSerial == other.serial();
    }

    public @Nullable Object value(ContainerProperty property) {
        return value(property.slot());
    }

    /** A copy with room for all slots of the container. */
    @Nullable
    Object[] copyValues(Container current) {
        return copyValues(current.slots());
    }

    boolean hasValues(@Nullable Object[] others) {
        return Arrays.equals(copyValues(others.length), others);
    }
}
