package org.cdfgateway.domain.table.custom;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A column of sampled rows.
 *
 * @param values how many values of each kind the rows have; kinds without a value are left out, and so are rows without
 *     the column
 * @param proposed the narrowest type that shows all of the values as they are; TEXT when there is none but null
 */
public record SampledColumn(String name, Map<JsonKind, Long> values, CustomColumnType proposed) {

    public SampledColumn {
        Map<JsonKind, Long> copy = new EnumMap<>(JsonKind.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }
}
