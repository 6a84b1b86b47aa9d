package org.cdfgateway.cdf.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.api.InstancesApi;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.jspecify.annotations.Nullable;

/** Applies rows of a view in requests that CDF takes: of a sensible size, each instance once. */
final class ApplyCalls {
    /** Of the four that CDF grants a project for all its users (reference/cdf-api-data.md section 1.6). */
    static final int PARALLELISM = 2;

    /** What a request's body should stay below (reference/cdf-api-data.md section 14). */
    private static final long MAX_CHARACTERS = 5_000_000;

    /** The names of the fields and properties of one instance, roughly. */
    private static final int CHARACTERS_PER_COLUMN = 20;

    private final InstancesApi api;
    private final CallTimeouts timeouts;
    private final ViewTable table;

    ApplyCalls(InstancesApi api, CallTimeouts timeouts, ViewTable table) {
        this.api = api;
        this.timeouts = timeouts;
        this.table = table;
    }

    /** The rows, in their order, with what CDF has decided. */
    List<Row> apply(List<Row> rows, AppliedInstances.PropertyChoice choice, CdfAccess access) {
        List<Row> stored = new ArrayList<>(rows.size());
        RequestSequence requests = new RequestSequence();
        for (List<Row> body : bodies(rows)) {
            requests.send(body.size(), () -> {
                List<InstancesApi.Stamp> stamps = api.apply(
                                access.project(),
                                new AppliedInstances(table, body, choice),
                                timeouts.start(InstancesApi.APPLY, access))
                        .items();
                for (int i = 0; i < body.size(); i++) {
                    stored.add(stored(body.get(i), stamps.get(i)));
                }
            });
        }
        return stored;
    }

    private List<List<Row>> bodies(List<Row> rows) {
        List<List<Row>> bodies = new ArrayList<>();
        Set<InstanceReference> keys = new HashSet<>();
        int from = 0;
        long characters = 0;
        for (int i = 0; i < rows.size(); i++) {
            long size = characters(rows.get(i));
            InstanceReference key = table.key(rows.get(i));
            boolean isFull = i - from == InstancesApi.MAX_ITEMS || characters + size > MAX_CHARACTERS;
            if (i > from && (isFull || keys.contains(key))) {
                bodies.add(rows.subList(from, i));
                keys.clear();
                from = i;
                characters = 0;
            }
            keys.add(key);
            characters += size;
        }
        bodies.add(rows.subList(from, rows.size()));
        return bodies;
    }

    private static long characters(Row row) {
        return row.values().stream()
                .mapToLong(value -> CHARACTERS_PER_COLUMN + characters(value))
                .sum();
    }

    private static long characters(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(ApplyCalls::characters).sum();
        }
        return value instanceof String text ? text.length() : 0;
    }

    private Row stored(Row row, InstancesApi.Stamp stamp) {
        @Nullable Object[] values = row.values().toArray();
        for (ViewTable.PropertyColumn each : table.properties()) {
            if (each.column().family() == ColumnType.TIMESTAMPTZ && values[each.position()] instanceof Long micros) {
                values[each.position()] = EpochTime.toMicros(EpochTime.toMillis(micros));
            }
        }
        values[table.position(InstanceField.CREATED_TIME)] = EpochTime.toMicros(stamp.createdTime());
        values[table.position(InstanceField.LAST_UPDATED_TIME)] = EpochTime.toMicros(stamp.lastUpdatedTime());
        return Row.owning(values);
    }
}
