package org.cdfgateway.emulator.datapoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Reads points of a range of time (reference/cdf-api-data.md section 9.4). */
final class PointReads {

    private final ItemStore series;
    private final PointStore points;

    PointReads(ItemStore series, PointStore points) {
        this.series = series;
        this.points = points;
    }

    /**
     * @param readable the series that the caller may read
     * @return in request order, without the ignored
     * @throws ApiError 400 for unknown series that are not ignored, 403 for those beyond reach
     */
    List<PointPage> read(List<PointQuery> queries, boolean ignoreUnknown, Predicate<Item> readable) {
        Set<SeriesReference> unknown = new LinkedHashSet<>();
        List<PointPage> pages = new ArrayList<>();
        for (PointQuery query : queries) {
            Item item = find(query.series(), readable);
            if (item == null) {
                unknown.add(query.series());
            } else {
                pages.add(page(query, item));
            }
        }
        if (!unknown.isEmpty() && !ignoreUnknown) {
            throw SeriesReference.notFound(unknown);
        }
        return pages;
    }

    private PointPage page(PointQuery query, Item item) {
        AggregateQuery aggregates = query.aggregates();
        if (aggregates != null) {
            return readBuckets(query, aggregates, item);
        }
        return query.withOutsidePoints() ? readAround(query, item) : read(query, item);
    }

    private PointPage readBuckets(PointQuery query, AggregateQuery aggregates, Item item) {
        if (TimeSeriesSchema.IS_STRING.flagOf(item)) {
            throw ApiError.badRequest("Aggregates are not supported for string time series");
        }
        PointQuery.Position position = query.position(item.id());
        BucketReads reads = new BucketReads(
                points.of(item.id()),
                query.statuses(),
                TimeSeriesSchema.IS_STEP.flagOf(item),
                aggregates,
                aggregates.bucketsFrom(position.anchor()),
                position.time());
        List<Bucket> buckets = reads.read(query.end(), query.limit());
        List<Bucket> behind = buckets.size() < query.limit() ? List.of() : reads.read(query.end(), 1);
        String cursor = behind.isEmpty()
                ? null
                : query.cursorAt(
                        item.id(),
                        new PointQuery.Position(position.anchor(), behind.get(0).start()));
        return page(query, item, new BucketPage(aggregates.aggregates(), buckets), cursor);
    }

    private static PointPage page(PointQuery query, Item item, PointContent content, @Nullable String cursor) {
        TargetUnit unit = query.unit();
        return PointPage.of(
                item,
                content,
                unit == null ? null : unit.from(item),
                query.statuses().isShown(),
                cursor);
    }

    private PointPage read(PointQuery query, Item item) {
        PointColumn column = points.of(item.id());
        int first = column.firstAt(query.position(item.id()).time());
        int last = column.firstAt(query.end());
        PointBuffer page = new PointBuffer(Math.max(0, Math.min(query.limit(), last - first)));
        int next = copy(column, first, last, query, page);
        long time = next < last ? column.timestamp(next) : 0;
        String cursor = next < last ? query.cursorAt(item.id(), new PointQuery.Position(time, time)) : null;
        return page(query, item, page, cursor);
    }

    /** @return the first accepted point that did not fit, or {@code last} */
    private static int copy(PointColumn column, int first, int last, PointQuery query, PointBuffer page) {
        if (column.isAllGood() || query.statuses().acceptsAll()) {
            int until = Math.min(last, first + query.limit());
            column.copy(first, Math.max(first, until), page);
            return until;
        }
        for (int i = first; i < last; i++) {
            if (query.statuses().accepts(column.status(i))) {
                if (page.size() == query.limit()) {
                    return i;
                }
                column.copy(i, i + 1, page);
            }
        }
        return last;
    }

    /** With the last point before the start and the first at or behind the end; such a page has no cursor. */
    private PointPage readAround(PointQuery query, Item item) {
        PointColumn column = points.of(item.id());
        int first = column.firstAt(query.start());
        int last = column.firstAt(query.end());
        PointBuffer page = new PointBuffer(Math.min(query.limit(), last - first) + 2);
        addFirstAccepted(column, first - 1, -1, query, page);
        if (query.limit() > 0) {
            PointBuffer inside = new PointBuffer(Math.min(query.limit(), last - first));
            copy(column, first, last, query, inside);
            for (int i = 0; i < inside.size(); i++) {
                page.add(inside.timestamp(i), inside.number(i), inside.text(i), inside.status(i));
            }
        }
        addFirstAccepted(column, last, 1, query, page);
        return page(query, item, page, null);
    }

    private static void addFirstAccepted(
            PointColumn column, int from, int direction, PointQuery query, PointBuffer page) {
        for (int i = from; i >= 0 && i < column.size(); i += direction) {
            if (query.statuses().accepts(column.status(i))) {
                column.copy(i, i + 1, page);
                return;
            }
        }
    }

    /** The point with the highest time before another. */
    PointPage latest(Item item, long before, StatusRule statuses, @Nullable TargetUnit unit) {
        PointColumn column = points.of(item.id());
        PointBuffer page = new PointBuffer(1);
        for (int i = column.firstAt(before) - 1; i >= 0; i--) {
            if (statuses.accepts(column.status(i))) {
                column.copy(i, i + 1, page);
                break;
            }
        }
        return PointPage.of(item, page, unit == null ? null : unit.from(item), statuses.isShown(), null);
    }

    /**
     * @param reached the series that the caller may use
     * @throws ApiError 403 when it is not among them
     */
    @Nullable
    Item find(SeriesReference reference, Predicate<Item> reached) {
        return reference.find(series, reached);
    }
}
