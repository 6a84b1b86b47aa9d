package org.cdfgateway.emulator.model;

import org.jspecify.annotations.Nullable;

/**
 * A property that values are stored of.
 *
 * @param slot where an instance keeps its value among those of the container
 * @param absent the value of an instance whose creator gave none, null when it has none then
 */
public record ContainerProperty(
        String name,
        int slot,
        PropertyType type,
        boolean nullable,
        boolean autoIncrement,
        boolean immutable,
        @Nullable Object absent) {}
