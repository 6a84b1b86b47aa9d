package org.cdfgateway.domain.migration;

import java.util.Optional;

/**
 * A column of a 1.0 table.
 *
 * @param successor its name in 2.0, often the same; empty when 2.0 has no such column
 */
public record LegacyColumn(String name, Optional<String> successor) {

    public boolean isRemoved() {
        return successor.isEmpty();
    }

    public boolean isRenamed() {
        return successor.isPresent() && !successor.get().equals(name);
    }
}
