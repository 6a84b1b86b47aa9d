package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cdfgateway.cdf.adapter.EnumeratedParents;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** The items of a resource whose own rows are read item by item. */
final class Parents {
    private final ResourceCalls calls;
    private final JsonRows keys;
    private final int keyPosition;
    private final ExplainedParents explained;
    private final Supplier<EnumeratedParents> counting;

    /**
     * @param key the column that tells the parents apart in the calls for their rows
     * @param explained the same for EXPLAIN
     * @param counting begins to count the parents of one read
     */
    Parents(
            TableDefinition table,
            Column key,
            ResourceCalls calls,
            ExplainedParents explained,
            Supplier<EnumeratedParents> counting) {
        this.calls = calls;
        this.keys = JsonRows.needed(new Scan(table, Set.of(key), Predicate.all()), key);
        this.keyPosition = table.position(key.name()).orElseThrow();
        this.explained = explained;
        this.counting = counting;
    }

    ExplainedParents explained() {
        return explained;
    }

    /**
     * Lists all parents.
     *
     * @param filter the strict filter; null for none
     * @param each the steps that read the rows of the parents of one page, of which there is at least one
     */
    ReadStep all(@Nullable Map<String, Object> filter, CdfAccess access, Function<List<Object>, List<ReadStep>> each) {
        return page(ListRequest.all(filter), counting.get(), access, each);
    }

    private ReadStep page(
            ListRequest request,
            EnumeratedParents seen,
            CdfAccess access,
            Function<List<Object>, List<ReadStep>> each) {
        return () -> {
            RowPage page = calls.list(request, keys, access);
            List<Object> found = keys(page.rows());
            seen.add(found.size());
            List<ReadStep> following = new ArrayList<>();
            if (!found.isEmpty()) {
                following.addAll(each.apply(found));
            }
            if (page.nextCursor() != null) {
                following.add(page(request.after(page.nextCursor()), seen, access, each));
            }
            return new ReadStep.Outcome(List.of(), following);
        };
    }

    /** Finds the parents that are named, each once. */
    ReadStep named(Keys names, CdfAccess access, Function<List<Object>, List<ReadStep>> each) {
        return () -> {
            Set<Object> found = new LinkedHashSet<>();
            for (List<Reference> group : names.groups(ByIdsRequest.MAX_ITEMS)) {
                found.addAll(keys(calls.byIds(group, keys, access)));
            }
            return new ReadStep.Outcome(List.of(), found.isEmpty() ? List.of() : each.apply(List.copyOf(found)));
        };
    }

    private List<Object> keys(List<Row> rows) {
        return rows.stream()
                .map(row -> row.value(keyPosition))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    /** A parent that does not exist has no rows: reading it is like a condition that nothing meets. */
    ReadStep.Outcome nothingIfUnknown(GatewayException failure, Reference parent, CdfAccess access) {
        boolean mayBeUnknown =
                failure.kind() == ErrorKind.INVALID_PARAMETER_VALUE || failure.kind() == ErrorKind.UNDEFINED_TABLE;
        if (mayBeUnknown && calls.byIds(List.of(parent), keys, access).isEmpty()) {
            return ReadStep.Outcome.last(List.of());
        }
        throw failure;
    }
}
