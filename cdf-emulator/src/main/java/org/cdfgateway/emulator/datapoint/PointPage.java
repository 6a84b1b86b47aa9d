package org.cdfgateway.emulator.datapoint;

import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one query.
 *
 * @param content in the unit asked for
 * @param conversion what the content has gone through; null when no unit was asked for
 * @param nextCursor null when no point is left before the end
 */
record PointPage(
        Item series,
        PointContent content,
        @Nullable UnitConversion conversion,
        boolean showsStatus,
        @Nullable String nextCursor) {

    static PointPage of(
            Item series,
            PointContent content,
            @Nullable UnitConversion conversion,
            boolean showsStatus,
            @Nullable String nextCursor) {
        PointContent converted = conversion == null ? content : content.converted(conversion);
        return new PointPage(series, converted, conversion, showsStatus, nextCursor);
    }

    boolean isString() {
        return TimeSeriesSchema.IS_STRING.flagOf(series);
    }

    /** Left out when values were converted. */
    @Nullable
    String unit() {
        return conversion == null ? TimeSeriesSchema.UNIT.textOf(series) : null;
    }

    /** Of the values as they are answered. */
    @Nullable
    String unitExternalId() {
        return conversion == null
                ? TimeSeriesSchema.UNIT_EXTERNAL_ID.textOf(series)
                : conversion.target().externalId();
    }
}
