package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.JsonKind;
import org.cdfgateway.domain.table.custom.SampledColumn;

/** Counts the values of one column. Not for use by several threads. */
final class ColumnTally {
    private final String name;
    private final Map<JsonKind, Long> values = new EnumMap<>(JsonKind.class);
    private final Set<CustomColumnType> types = SampledTypes.all();

    ColumnTally(String name) {
        this.name = name;
    }

    /** Counts the value that the parser stands on; afterwards it stands on the value's last token. */
    void add(JsonParser parser) throws IOException {
        values.merge(SampledTypes.kind(parser.currentToken()), 1L, Long::sum);
        types.retainAll(SampledTypes.showing(parser));
    }

    SampledColumn sampled() {
        return new SampledColumn(name, values, SampledTypes.narrowest(types));
    }
}
