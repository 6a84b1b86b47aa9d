package org.cdfgateway.domain.table.custom;

import java.util.List;

/**
 * One view of data modeling as it was when the table was made; later changes of the view are not seen.
 *
 * @param properties in the view's order
 * @param description for the table's comment; may be empty
 */
public record ViewSource(ViewId view, InstanceKind kind, List<ViewProperty> properties, String description)
        implements CustomSource {

    public ViewSource {
        properties = List.copyOf(properties);
    }
}
