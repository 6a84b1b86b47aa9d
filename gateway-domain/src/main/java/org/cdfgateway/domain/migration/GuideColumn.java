package org.cdfgateway.domain.migration;

/**
 * A column as the migration guide prints it.
 *
 * @param type in the guide's spelling, for example {@code VARCHAR(255)}; empty where the guide gives none
 */
public record GuideColumn(String name, String type) {

    @Override
    public String toString() {
        return type.isEmpty() ? name : name + " (" + type + ")";
    }
}
