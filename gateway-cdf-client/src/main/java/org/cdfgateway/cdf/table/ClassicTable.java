package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.api.ClassicResource;
import org.cdfgateway.cdf.api.Counting;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.ReadPlan;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

/** Assets, events and time series: resources with ids, listings, partitions, counts and calls that create, change and delete. */
final class ClassicTable implements TableAdapter {
    /** CDF's most (reference/cdf-api-resources.md section 1.9). */
    private static final int PARTITIONS = 10;

    /** Below that many pages a second chain of requests does not pay. */
    private static final int LARGE_PAGES = 10;

    /** Pages of 1,000 rows; one per partition. */
    private static final int BUFFERED_PAGES = 10;

    private final TableDefinition table;
    private final ClassicResource api;
    private final ClassicOperations operations;
    private final ResourceFilter filter;
    private final Reading reading;
    private final Counts counts;
    private final RowInserter inserter;
    private final RowUpdater updater;
    private final RowDeleter deleter;

    ClassicTable(
            TableDefinition table,
            ClassicResource api,
            ClassicOperations operations,
            ResourceFilter filter,
            Reading reading,
            Counts counts,
            RowInserter inserter,
            RowUpdater updater,
            RowDeleter deleter) {
        this.table = table;
        this.api = api;
        this.operations = operations;
        this.filter = filter;
        this.reading = reading;
        this.counts = counts;
        this.inserter = inserter;
        this.updater = updater;
        this.deleter = deleter;
    }

    @Override
    public TableDefinition table() {
        return table;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        return reading.reader(steps(scan, access), BUFFERED_PAGES);
    }

    private List<ReadStep> steps(Scan scan, CdfAccess access) {
        ReadPlan plan = filter.plan(scan.predicate());
        JsonRows rows = JsonRows.needed(scan, table.column("id"));
        if (plan instanceof ReadPlan.Lookup lookup) {
            return lookups(lookup.keys(), rows, access);
        }
        if (plan instanceof ReadPlan.Listing listing) {
            ListRequest all =
                    new ListRequest(listing.filter(), listing.advancedFilter(), ListRequest.MAX_LIMIT, null, null);
            return isLarge(scan, access)
                    ? IntStream.rangeClosed(1, PARTITIONS)
                            .mapToObj(number -> page(all.part(number, PARTITIONS), rows, access))
                            .toList()
                    : List.of(page(all, rows, access));
        }
        return List.of();
    }

    private ReadStep page(ListRequest request, JsonRows rows, CdfAccess access) {
        return () -> {
            RowPage page = api.list(access.project(), request, reading.call(operations.list(), access))
                    .read(rows::page);
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
        return () -> ReadStep.Outcome.last(once.apply(
                api.byIds(access.project(), new ByIdsRequest(group, true), reading.call(operations.byIds(), access))
                        .read(rows::page)
                        .rows()));
    }

    /** Asks nobody, because the first page must not cost a second request. */
    private boolean isLarge(Scan scan, CdfAccess access) {
        long total = counts.known(table.name(), access).orElse(0);
        return total * Selectivity.of(scan.predicate()) > (double) LARGE_PAGES * ListRequest.MAX_LIMIT;
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
        long total = counts.count(table.name(), access, () -> count(access));
        return Math.max(1, Math.round(total * Selectivity.of(scan.predicate())));
    }

    private long count(CdfAccess access) {
        return api
                .count(access.project(), Counting.Request.ALL, reading.call(operations.count(), access))
                .items()
                .stream()
                .mapToLong(Counting.Bucket::count)
                .sum();
    }

    @Override
    public Optional<RowInserter> inserter() {
        return Optional.of(inserter);
    }

    @Override
    public Optional<RowUpdater> updater() {
        return Optional.of(updater);
    }

    @Override
    public Optional<RowDeleter> deleter() {
        return Optional.of(deleter);
    }
}
