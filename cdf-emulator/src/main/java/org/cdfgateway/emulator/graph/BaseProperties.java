package org.cdfgateway.emulator.graph;

import java.util.Map;
import java.util.function.Function;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.PropertyType;
import org.cdfgateway.emulator.model.ValueType;
import org.jspecify.annotations.Nullable;

/** The properties that every instance has: reference/cdf-api-data.md section 11.7. */
final class BaseProperties {

    private static final Map<String, Accessor> ALL = Map.of(
            "instanceType",
            accessor("instanceType", ValueType.TEXT, instance -> instance.kind().word()),
            "version",
            accessor("version", ValueType.INT64, instance -> (long) instance.version()),
            "space",
            accessor("space", ValueType.TEXT, instance -> instance.id().space()),
            "externalId",
            accessor("externalId", ValueType.TEXT, instance -> instance.id().externalId()),
            "type",
            accessor("type", ValueType.DIRECT, Instance::type),
            "createdTime",
            accessor("createdTime", ValueType.TIMESTAMP, Instance::createdTime),
            "lastUpdatedTime",
            accessor("lastUpdatedTime", ValueType.TIMESTAMP, Instance::lastUpdatedTime),
            "deletedTime",
            accessor(
                    "deletedTime",
                    ValueType.TIMESTAMP,
                    instance -> instance.isDeleted() ? instance.deletedTime() : null),
            "startNode",
            accessor("startNode", ValueType.DIRECT, Instance::startNode),
            "endNode",
            accessor("endNode", ValueType.DIRECT, Instance::endNode));

    private BaseProperties() {}

    private static Accessor accessor(String name, ValueType type, Function<Instance, @Nullable Object> getter) {
        return new Accessor(name, PropertyType.single(type), getter);
    }

    static @Nullable Accessor find(String name) {
        return ALL.get(name);
    }
}
