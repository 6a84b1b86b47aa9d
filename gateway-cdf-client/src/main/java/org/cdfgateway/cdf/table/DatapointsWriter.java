package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.cdf.adapter.RequestSequence;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.DatapointsApi;
import org.cdfgateway.cdf.api.DatapointsRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.check.ColumnRules;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.datapoint.DatapointInsertionEncoder;
import org.cdfgateway.cdf.datapoint.Point;
import org.cdfgateway.cdf.datapoint.SeriesPoints;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** Inserts data points; one at the same time of the same series is replaced. */
final class DatapointsWriter implements RowInserter {
    /** Series that one request names at most (reference/cdf-api-data.md section 9.1). */
    private static final int MAX_SERIES = 10_000;

    /** The Python SDK's default (reference/cdf-api-data.md section 1.6). */
    private static final int PARALLELISM = 5;

    private final DatapointsApi api;
    private final CallTimeouts timeouts;
    private final RowCheck check;

    DatapointsWriter(TableDefinition table, DatapointsApi api, CallTimeouts timeouts) {
        this.api = api;
        this.timeouts = timeouts;
        this.check = new ColumnRules(table).and(new PointRule(table));
    }

    @Override
    public List<String> operations() {
        return List.of("POST /timeseries/data");
    }

    @Override
    public int maxBatchRows() {
        return DatapointsRequest.MAX_POINTS;
    }

    @Override
    public int parallelism() {
        return PARALLELISM;
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return false;
    }

    @Override
    public void check(Row row) {
        check.check(row);
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        RequestSequence requests = new RequestSequence();
        for (List<SeriesPoints> request : requests(rows)) {
            int points =
                    request.stream().mapToInt(series -> series.points().size()).sum();
            requests.send(
                    points,
                    () -> api.insert(
                            access.project(),
                            DatapointInsertionEncoder.encode(request),
                            timeouts.start(DatapointsApi.INSERT, access)));
        }
        return rows;
    }

    /**
     * Groups points by series. References of the two kinds do not meet in one request: CDF refuses a series that is named
     * twice.
     */
    private static List<List<SeriesPoints>> requests(List<Row> rows) {
        Map<Reference, List<Point>> bySeries = new LinkedHashMap<>();
        for (Row row : rows) {
            bySeries.computeIfAbsent(PointRow.series(row), unused -> new ArrayList<>())
                    .add(PointRow.point(row));
        }
        Requests byId = new Requests();
        Requests byExternalId = new Requests();
        bySeries.forEach((series, points) -> (series.id() != null ? byId : byExternalId).add(series, points));
        List<List<SeriesPoints>> all = new ArrayList<>(byId.full);
        all.addAll(byExternalId.full);
        return all;
    }

    /** Fills requests up to CDF's limits. */
    private static final class Requests {
        private final List<List<SeriesPoints>> full = new ArrayList<>();
        private List<SeriesPoints> current = new ArrayList<>();
        private int currentPoints;

        void add(Reference series, List<Point> points) {
            int from = 0;
            while (from < points.size()) {
                if (current.isEmpty()
                        || current.size() == MAX_SERIES
                        || currentPoints == DatapointsRequest.MAX_POINTS) {
                    current = new ArrayList<>();
                    currentPoints = 0;
                    full.add(current);
                }
                int to = Math.min(points.size(), from + DatapointsRequest.MAX_POINTS - currentPoints);
                current.add(new SeriesPoints(series, points.subList(from, to)));
                currentPoints += to - from;
                from = to;
            }
        }
    }
}
