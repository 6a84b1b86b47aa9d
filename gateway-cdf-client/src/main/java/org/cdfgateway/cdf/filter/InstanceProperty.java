package org.cdfgateway.cdf.filter;

import java.util.List;
import org.cdfgateway.domain.table.custom.PropertyType;

/**
 * A property of instances as filters name it.
 *
 * @param path for example {@code ["plant", "Pump/v1", "flow"]} or {@code ["node", "createdTime"]}
 */
public record InstanceProperty(List<String> path, PropertyType type) {

    public InstanceProperty {
        path = List.copyOf(path);
    }
}
