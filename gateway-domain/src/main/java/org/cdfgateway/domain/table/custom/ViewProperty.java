package org.cdfgateway.domain.table.custom;

import java.util.Optional;

/**
 * A property of a view that has values of its own: reverse relations and edge connections have none.
 *
 * @param name its identifier in the view
 * @param required whether an instance must have a value for it
 * @param relatesTo the view that a direct relation leads to, when the property says so
 * @param description for the column's comment; may be empty
 */
public record ViewProperty(
        String name,
        PropertyType type,
        boolean isList,
        boolean required,
        Optional<ViewId> relatesTo,
        String description) {}
