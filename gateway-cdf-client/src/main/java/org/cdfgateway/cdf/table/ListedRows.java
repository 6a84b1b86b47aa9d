package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.adapter.Selectivity;
import org.cdfgateway.cdf.adapter.Totals;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.ReadPlan;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

/** Rows of a resource with listings and reads by key: by key where a scan names keys, else listed, in parts when there are many. */
final class ListedRows implements RowSource {
    /** CDF's most (reference/cdf-api-resources.md section 1.9); every resource that CDF counts has them. */
    private static final int PARTITIONS = 10;

    /** Below that many pages a second chain of requests does not pay. */
    private static final int LARGE_PAGES = 10;

    /** Pages of 1,000 rows; one per partition. */
    private static final int BUFFERED_PAGES = 10;

    private final TableDefinition table;
    private final ResourceCalls calls;
    private final ResourceFilter filter;
    private final Totals totals;

    ListedRows(TableDefinition table, ResourceCalls calls, ResourceFilter filter, Totals totals) {
        this.table = table;
        this.calls = calls;
        this.filter = filter;
        this.totals = totals;
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        ReadPlan plan = filter.plan(scan.predicate());
        JsonRows rows = JsonRows.needed(scan, table.keys().get(0).columns().get(0));
        if (plan instanceof ReadPlan.Lookup lookup) {
            return lookups(lookup.keys(), rows, access);
        }
        if (plan instanceof ReadPlan.Listing listing) {
            ListRequest all =
                    new ListRequest(listing.filter(), listing.advancedFilter(), ListRequest.MAX_LIMIT, null, null);
            return isLarge(scan, access)
                    ? IntStream.rangeClosed(1, PARTITIONS)
                            .mapToObj(number -> firstPage(all.part(number, PARTITIONS), rows, access))
                            .toList()
                    : List.of(firstPage(all, rows, access));
        }
        return List.of();
    }

    /** CDF may refuse to filter by data sets that do not exist; then all are listed, and the condition is checked later. */
    private ReadStep firstPage(ListRequest request, JsonRows rows, CdfAccess access) {
        ReadStep page = page(request, rows, access);
        if (!request.filters(ResourceFilter.DATA_SETS)) {
            return page;
        }
        return () -> {
            try {
                return page.run();
            } catch (GatewayException e) {
                if (e.kind() == ErrorKind.INVALID_PARAMETER_VALUE) {
                    return page(request.without(ResourceFilter.DATA_SETS), rows, access)
                            .run();
                }
                throw e;
            }
        };
    }

    private ReadStep page(ListRequest request, JsonRows rows, CdfAccess access) {
        return () -> {
            RowPage page = calls.list(request, rows, access);
            return page.nextCursor() == null
                    ? ReadStep.Outcome.last(page.rows())
                    : new ReadStep.Outcome(page.rows(), List.of(page(request.after(page.nextCursor()), rows, access)));
        };
    }

    private List<ReadStep> lookups(Keys keys, JsonRows rows, CdfAccess access) {
        RowFilter once = keys.isMixed() ? new FirstById(table) : RowFilter.ALL;
        return keys.groups(ByIdsRequest.MAX_ITEMS).stream()
                .map(group -> lookup(group, rows, once, access))
                .toList();
    }

    private ReadStep lookup(List<Reference> group, JsonRows rows, RowFilter once, CdfAccess access) {
        return () -> ReadStep.Outcome.last(once.apply(calls.byIds(group, rows, access)));
    }

    /** Asks nobody, because the first page must not cost a second request. */
    private boolean isLarge(Scan scan, CdfAccess access) {
        long total = totals.known(access).orElse(0);
        return total * Selectivity.of(scan.predicate()) > (double) LARGE_PAGES * ListRequest.MAX_LIMIT;
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        ReadPlan plan = filter.plan(scan.predicate());
        if (plan instanceof ReadPlan.Lookup lookup) {
            return new ReadExplanation(
                    List.of(Explaining.lookup(calls.lookup(), lookup.keys(), ByIdsRequest.MAX_ITEMS)),
                    Unasked.of(scan.predicate(), Unasked.keys(lookup.keys())));
        }
        if (plan instanceof ReadPlan.Listing listing) {
            boolean isLarge = isLarge(scan, access);
            PlannedRequest listed = PlannedRequest.of(
                    RequestCount.atLeast(isLarge ? PARTITIONS : 1),
                    isLarge ? calls.listing() + " in " + PARTITIONS + " partitions" : calls.listing());
            return new ReadExplanation(
                    List.of(listed.filteredBy(Explaining.filter(listing))), filter.unlisted(scan.predicate()));
        }
        return ReadExplanation.NOTHING;
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        ReadPlan plan = filter.plan(scan.predicate());
        if (plan instanceof ReadPlan.Lookup lookup) {
            return lookup.keys().size();
        }
        if (plan instanceof ReadPlan.Nothing) {
            return 0;
        }
        return Math.max(1, Math.round(totals.estimated(access) * Selectivity.of(scan.predicate())));
    }

    @Override
    public int bufferedPages() {
        return BUFFERED_PAGES;
    }
}
