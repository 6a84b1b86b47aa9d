package org.cdfgateway.cdf.change;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.cdf.filter.CdfLimits;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.RowKey;

/** Looks at what CDF has before it is changed. */
final class StoredItems {
    private final ChangedResource resource;
    private final ResourcesApi api;
    private final CallTimeouts timeouts;

    StoredItems(ChangedResource resource, ResourcesApi api, CallTimeouts timeouts) {
        this.resource = resource;
        this.api = api;
        this.timeouts = timeouts;
    }

    /**
     * The items of those keys that exist, with the columns asked for.
     *
     * @param keys 1 to 1000, of one kind, that {@link #isPossible} holds for
     */
    List<Row> find(List<RowKey> keys, Set<Column> columns, CdfAccess access) {
        Scan scan = new Scan(resource.table(), columns, Predicate.all());
        Column key = keys.get(0).key().columns().get(0);
        return api.byIds(
                        access.project(),
                        resource.path(),
                        new JsonReferences(keys, true),
                        timeouts.start(resource.byIds(), access))
                .read(JsonRows.needed(scan, key)::page)
                .rows();
    }

    /** The keys that no item has. */
    List<RowKey> missing(List<RowKey> keys, CdfAccess access) {
        Column column = keys.get(0).key().columns().get(0);
        int position = resource.table().position(column.name()).orElseThrow();
        Set<Object> found = find(keys, Set.of(column), access).stream()
                .map(row -> row.value(position))
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> !found.contains(key.value(column))).toList();
    }

    /** Whether CDF accepts it as a key. What it does not accept, no item has. */
    static boolean isPossible(RowKey key) {
        return key.values().stream()
                .allMatch(value -> value instanceof Long id ? CdfLimits.isId(id) : isPossible((String) value));
    }

    private static boolean isPossible(String externalId) {
        return !externalId.isEmpty() && CdfLimits.characters(externalId) <= CdfLimits.MAX_EXTERNAL_ID;
    }
}
