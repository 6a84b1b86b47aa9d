package org.cdfgateway.app.migrate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RawSampling;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.RawSample;
import org.cdfgateway.domain.table.custom.SampledColumn;

/** Gives each column of a 1.0 table, which had no types, a type of 2.0. */
@FunctionalInterface
interface ColumnTypes {

    /** One page of CDF's. */
    int SAMPLED_ROWS = 1_000;

    /** All text, which can hold whatever 1.0 held. */
    ColumnTypes TEXT = definition -> {
        Map<String, String> types = new LinkedHashMap<>();
        definition.columns().forEach(column -> types.put(column, CustomColumnType.TEXT.apiName()));
        return types;
    };

    /** The type of each column by name, in the columns' order. */
    Map<String, String> of(LegacyDefinition definition);

    /** Looks at rows; columns without a value in any of them are text. */
    static ColumnTypes inferred(RawSampling sampling, CdfAccess access) {
        return definition -> {
            RawSample sample = sampling.sample(definition.database(), definition.table(), SAMPLED_ROWS, access);
            Map<String, String> types = new LinkedHashMap<>();
            for (String column : definition.columns()) {
                types.put(
                        column,
                        sample.column(column)
                                .map(SampledColumn::proposed)
                                .orElse(CustomColumnType.TEXT)
                                .apiName());
            }
            return types;
        };
    }
}
