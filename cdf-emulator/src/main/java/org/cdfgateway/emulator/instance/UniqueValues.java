package org.cdfgateway.emulator.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/** Who has which values of the properties that must be unique. Filled when a constraint is first used. For one writer. */
final class UniqueValues {

    private record Key(long containerSerial, Container.Unique constraint) {}

    private record Holders(Container container, Container.Unique constraint, Map<List<Object>, Instance> byValues) {

        void put(Instance instance) {
            List<Object> values = values(instance);
            if (values != null) {
                byValues.put(values, instance);
            }
        }

        void remove(Instance instance) {
            List<Object> values = values(instance);
            Instance holder = values == null ? null : byValues.get(values);
            if (values != null && holder != null && holder.serial() == instance.serial()) {
                byValues.remove(values);
            }
        }

        /** Null when some value is missing, which then clashes with nothing. */
        @Nullable
        List<Object> values(Instance instance) {
            List<Object> values = new ArrayList<>();
            if (constraint.bySpace()) {
                values.add(instance.id().space());
            }
            for (ContainerProperty property : constraint.properties()) {
                Object value = instance.value(container, property);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return values;
        }
    }

    private final Map<Key, Holders> holders = new HashMap<>();

    /**
     * @param before all instances as they were
     * @param changed the new versions by id, whose old values count no longer
     * @throws ApiError 400 when two instances would share values
     */
    void check(Container container, InstanceState before, Collection<Instance> removed, Collection<Instance> changed) {
        for (Container.Unique constraint : container.unique()) {
            Holders existing = holders.computeIfAbsent(
                    new Key(container.serial(), constraint), unused -> filled(container, constraint, before));
            Map<List<Object>, InstanceId> wanted = new HashMap<>();
            for (Instance instance : changed) {
                List<Object> values = existing.values(instance);
                if (values != null) {
                    InstanceId other = wanted.put(values, instance.id());
                    Instance holder = existing.byValues().get(values);
                    boolean isFree = holder == null
                            || holder.serial() == instance.serial()
                            || removed.stream().anyMatch(gone -> gone.serial() == holder.serial());
                    if (other != null || !isFree) {
                        throw ApiError.badRequest(
                                "Uniqueness constraint " + constraint.name() + " of container " + container.id()
                                        + " is violated by " + instance.id().externalId() + ": " + values);
                    }
                }
            }
        }
    }

    private static Holders filled(Container container, Container.Unique constraint, InstanceState state) {
        Holders filled = new Holders(container, constraint, new HashMap<>());
        for (InstanceKind kind : InstanceKind.values()) {
            state.all(kind).forEach(instance -> {
                filled.put(instance);
                return true;
            });
        }
        return filled;
    }

    /** Told after every change. */
    void committed(Collection<Instance> removed, Collection<Instance> added) {
        for (Holders each : holders.values()) {
            removed.forEach(each::remove);
            added.forEach(each::put);
        }
    }
}
