package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.schema.Utf8;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Inserts points: all of a request, or none (reference/cdf-api-data.md section 9.2). */
final class PointInserts {

    private final ItemStore series;
    private final PointStore points;

    PointInserts(ItemStore series, PointStore points) {
        this.series = series;
        this.points = points;
    }

    private record Checked(long seriesId, PointBuffer points) {}

    /**
     * @param writable the series that the caller may write
     * @throws ApiError what CDF refuses; then nothing is stored
     */
    void insert(List<Insertion> insertions, Predicate<Item> writable) {
        checkSizes(insertions);
        List<Item> targets = resolve(insertions, writable);
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < insertions.size(); i++) {
            boolean isString = TimeSeriesSchema.IS_STRING.flagOf(targets.get(i));
            checked.add(
                    new Checked(targets.get(i).id(), checked(insertions.get(i).points(), isString)));
        }
        checked.forEach(one -> points.insert(one.seriesId(), one.points()));
    }

    private static void checkSizes(List<Insertion> insertions) {
        Violations violations = new Violations();
        violations.requireSize("items", insertions.size(), 1, PointLimits.MAX_INSERTED_SERIES);
        int total = 0;
        for (Insertion insertion : insertions) {
            total += insertion.points().size();
        }
        if (total > PointLimits.MAX_INSERTED_POINTS) {
            violations.add("datapoints of all items must be at most " + PointLimits.MAX_INSERTED_POINTS);
        }
        violations.check();
    }

    private List<Item> resolve(List<Insertion> insertions, Predicate<Item> writable) {
        Set<SeriesReference> seen = new HashSet<>();
        Set<JsonNode> repeated = new LinkedHashSet<>();
        Set<SeriesReference> unknown = new LinkedHashSet<>();
        List<Item> targets = new ArrayList<>();
        for (Insertion insertion : insertions) {
            SeriesReference reference = insertion.series();
            if (!seen.add(reference)) {
                repeated.add(reference.toJson());
            }
            Item target = reference.find(series, writable);
            if (target == null) {
                unknown.add(reference);
            } else {
                targets.add(target);
            }
        }
        if (!repeated.isEmpty()) {
            throw ApiError.duplicated(422, "Duplicate time series references", repeated);
        }
        if (!unknown.isEmpty()) {
            throw SeriesReference.notFound(unknown);
        }
        return targets;
    }

    private static PointBuffer checked(PointBuffer points, boolean isString) {
        PointBuffer checked = new PointBuffer(points.size());
        for (int i = 0; i < points.size(); i++) {
            long timestamp = points.timestamp(i);
            if (timestamp < PointLimits.MIN_TIMESTAMP || timestamp > PointLimits.MAX_TIMESTAMP) {
                throw ApiError.badRequest("timestamp must be between " + PointLimits.MIN_TIMESTAMP + " and "
                        + PointLimits.MAX_TIMESTAMP + ", got " + timestamp);
            }
            int status = points.status(i);
            if (isString) {
                String text = text(points.text(i), points.number(i), status);
                checked.add(timestamp, PointBuffer.NO_NUMBER, text, status);
            } else {
                checked.add(timestamp, number(points.text(i), points.number(i), status), null, status);
            }
        }
        return checked;
    }

    private static @Nullable String text(@Nullable String text, double number, int status) {
        if (PointBuffer.isNumber(number) || (text == null && !StatusCode.isBad(status))) {
            throw ApiError.badRequest("Expected string value for datapoint");
        }
        if (text != null && Utf8.length(text) > PointLimits.MAX_TEXT_BYTES) {
            throw ApiError.badRequest("string value must have at most " + PointLimits.MAX_TEXT_BYTES + " bytes");
        }
        return text;
    }

    private static double number(@Nullable String text, double number, int status) {
        double value = text == null ? number : special(text, status);
        if (StatusCode.isBad(status)) {
            return value;
        }
        if (!PointBuffer.isNumber(value)) {
            throw ApiError.badRequest("Expected numeric value for datapoint");
        }
        boolean isWithinBounds = value > -PointLimits.NUMBER_BOUND && value < PointLimits.NUMBER_BOUND;
        if (!isWithinBounds) {
            throw ApiError.badRequest("Value of datapoint must be strictly between -1e100 and 1e100, got " + value);
        }
        return value;
    }

    /** Numbers that JSON cannot write come as texts, and only where the status is bad. */
    private static double special(String text, int status) {
        boolean isSpecial = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
        if (!StatusCode.isBad(status) || !isSpecial) {
            throw ApiError.badRequest("Expected numeric value for datapoint");
        }
        return Double.parseDouble(text);
    }
}
