package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.DatapointsRequest;
import org.cdfgateway.cdf.api.DatapointsRequest.Item;
import org.cdfgateway.cdf.datapoint.DatapointListDecoder;
import org.cdfgateway.cdf.datapoint.SeriesPage;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

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
    private static final String OPERATION = "POST /timeseries/data/list";

    private final TableDefinition table;
    private final boolean texts;
    private final DatapointsApi api;
    private final Parents series;
    private final Reading reading;

    /** @param texts whether the table holds text series' points */
    DatapointReads(TableDefinition table, boolean texts, DatapointsApi api, Parents series, Reading reading) {
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
    LongRange range(Scan scan) {
        return LongRange.of(scan.predicate(), table.column("timestamp")).intersect(PointTimes.POSSIBLE);
    }

    List<ReadStep> steps(Scan scan, CdfAccess access) {
        LongRange range = range(scan);
        Optional<Keys> keys = Keys.of(scan.predicate());
        if (range.isEmpty() || keys.map(Keys::isEmpty).orElse(false)) {
            return List.of();
        }
        One read = new One(range, access);
        if (keys.isEmpty()) {
            return List.of(series.all(Map.of("isString", texts), access, read::pagesOfIds));
        }
        return keys.get().isMixed()
                ? List.of(series.named(keys.get(), access, read::pagesOfIds))
                : read.firstPages(keys.get());
    }

    ReadExplanation explain(Scan scan, CdfAccess access) {
        LongRange range = range(scan);
        Optional<Keys> keys = Keys.of(scan.predicate());
        if (range.isEmpty() || keys.map(Keys::isEmpty).orElse(false)) {
            return ReadExplanation.NOTHING;
        }
        ExplainedParents.Rows points = new ExplainedParents.Rows(
                OPERATION, DatapointsRequest.MAX_ITEMS, Explaining.startAndEnd(range, PointTimes.POSSIBLE));
        Unasked.Asked times = Unasked.range(table.column("timestamp"));
        return new ReadExplanation(
                keys.map(named -> series.explained().named(named, points))
                        .orElseGet(() -> series.explained().all(Map.of("isString", texts), points, access)),
                Unasked.of(
                        scan.predicate(), keys.map(Unasked::keys).map(times::or).orElse(times)));
    }

    /** One read of a range, with one identity. */
    private final class One {
        private final LongRange range;
        private final CdfAccess access;

        One(LongRange range, CdfAccess access) {
            this.range = range;
            this.access = access;
        }

        List<ReadStep> firstPages(Keys keys) {
            return keys.groups(DatapointsRequest.MAX_ITEMS).stream()
                    .map(group -> page(group.stream().map(Item::of).toList(), table.fetchSize()))
                    .toList();
        }

        List<ReadStep> pagesOfIds(List<Object> ids) {
            return firstPages(new Keys(
                    ids.stream().map(Long.class::cast).collect(Collectors.toCollection(LinkedHashSet::new)), Set.of()));
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
