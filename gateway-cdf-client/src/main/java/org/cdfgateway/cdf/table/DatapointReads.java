package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.DatapointsRequest;
import org.cdfgateway.cdf.api.DatapointsRequest.Item;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.api.TimeSeriesApi;
import org.cdfgateway.cdf.datapoint.DatapointListDecoder;
import org.cdfgateway.cdf.datapoint.SeriesPage;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.MillisRange;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/**
 * The requests that read data points.
 *
 * <pre>
 *   series named by keys of one kind      up to 100 series per request, page after page
 *   series named by keys of both kinds    resolved to ids first: no series may be read twice
 *   no series named                       series are listed, 1,000 at a time, and read 100 at a time
 * </pre>
 */
final class DatapointReads {
    private static final ClassicOperations SERIES = ClassicOperations.of("timeseries", "timeSeriesAcl");

    private final TableDefinition table;
    private final boolean texts;
    private final DatapointsApi api;
    private final TimeSeriesApi series;
    private final Reading reading;

    /** @param texts whether the table holds text series' points */
    DatapointReads(TableDefinition table, boolean texts, DatapointsApi api, TimeSeriesApi series, Reading reading) {
        this.table = table;
        this.texts = texts;
        this.api = api;
        this.series = series;
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    /** The times that the scan is about, both ends inclusive. */
    MillisRange range(Scan scan) {
        return MillisRange.of(scan.predicate(), table.column("timestamp")).intersect(PointTimes.POSSIBLE);
    }

    List<ReadStep> steps(Scan scan, CdfAccess access) {
        MillisRange range = range(scan);
        Optional<Keys> keys = Keys.of(scan.predicate());
        if (range.isEmpty() || keys.map(Keys::isEmpty).orElse(false)) {
            return List.of();
        }
        One read = new One(range, access);
        if (keys.isEmpty()) {
            return List.of(read.enumerate(
                    new ListRequest(Map.of("isString", texts), null, ListRequest.MAX_LIMIT, null, null)));
        }
        return keys.get().isMixed() ? List.of(read.resolve(keys.get())) : read.firstPages(keys.get());
    }

    /** One read of a range, with one identity. */
    private final class One {
        private final MillisRange range;
        private final CdfAccess access;
        private final EnumeratedParents parents = new EnumeratedParents(
                "time series", "id or external_id", reading.limits().maxEnumeratedParents());

        One(MillisRange range, CdfAccess access) {
            this.range = range;
            this.access = access;
        }

        List<ReadStep> firstPages(Keys keys) {
            return keys.groups(DatapointsRequest.MAX_ITEMS).stream()
                    .map(group -> page(group.stream().map(Item::of).toList(), table.fetchSize()))
                    .toList();
        }

        ReadStep resolve(Keys keys) {
            return () -> {
                Set<Long> ids = new LinkedHashSet<>();
                for (List<Reference> group : keys.groups(ByIdsRequest.MAX_ITEMS)) {
                    ids.addAll(ids(this.series(group).rows()));
                }
                return new ReadStep.Outcome(List.of(), firstPages(new Keys(ids, Set.of())));
            };
        }

        private RowPage series(List<Reference> group) {
            return series.byIds(access.project(), new ByIdsRequest(group, true), reading.call(SERIES.byIds(), access))
                    .read(JsonRows.all(BuiltInTables.TIME_SERIES)::page);
        }

        ReadStep enumerate(ListRequest request) {
            return () -> {
                RowPage page = series.list(access.project(), request, reading.call(SERIES.list(), access))
                        .read(JsonRows.all(BuiltInTables.TIME_SERIES)::page);
                parents.add(page.rows().size());
                List<ReadStep> following = new ArrayList<>();
                if (!page.rows().isEmpty()) {
                    following.addAll(firstPages(new Keys(ids(page.rows()), Set.of())));
                }
                if (page.nextCursor() != null) {
                    following.add(enumerate(request.after(page.nextCursor())));
                }
                return new ReadStep.Outcome(List.of(), following);
            };
        }

        private Set<Long> ids(List<Row> rows) {
            Set<Long> ids = new LinkedHashSet<>();
            rows.forEach(row -> {
                if (row.value(0) instanceof Long id) {
                    ids.add(id);
                }
            });
            return ids;
        }

        /** @param points of all series together */
        ReadStep page(List<Item> items, int points) {
            return () -> {
                DatapointsRequest request = new DatapointsRequest(
                        items, range.min(), range.max() + 1, Math.max(1, points / items.size()), true);
                List<SeriesPage> pages = api.read(access.project(), request, reading.call(DatapointsApi.READ, access))
                        .read(DatapointListDecoder::decode);
                List<Row> rows = new ArrayList<>();
                List<Item> unfinished = new ArrayList<>();
                for (SeriesPage page : pages) {
                    if (page.isString() == texts) {
                        addRows(page, rows);
                        if (page.nextCursor() != null) {
                            unfinished.add(rest(items.get(0), page));
                        }
                    }
                }
                return new ReadStep.Outcome(rows, following(unfinished));
            };
        }

        /** A cursor is for the very reference that it was got with; all items of a request have the same kind. */
        private Item rest(Item asked, SeriesPage page) {
            return asked.id() == null
                    ? new Item(null, page.externalId(), page.nextCursor())
                    : new Item(page.id(), null, page.nextCursor());
        }

        /** What is left is spread over as many requests as may run at the same time. */
        private List<ReadStep> following(List<Item> unfinished) {
            int parallel = reading.limits().parallelRequests();
            int size = Math.max(1, (unfinished.size() + parallel - 1) / parallel);
            List<ReadStep> steps = new ArrayList<>();
            for (int from = 0; from < unfinished.size(); from += size) {
                steps.add(page(
                        unfinished.subList(from, Math.min(unfinished.size(), from + size)),
                        DatapointsRequest.MAX_POINTS));
            }
            return steps;
        }
    }

    private void addRows(SeriesPage page, List<Row> rows) {
        Long id = page.id();
        page.points().forEach(point -> rows.add(PointRow.of(id, page.externalId(), point)));
    }
}
