package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.adapter.Selectivity;
import org.cdfgateway.cdf.api.Answer;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;

/**
 * Rows that come all at once, whatever is asked.
 *
 * @param path of the call, for EXPLAIN
 */
record CatalogRows(Listing listing, String path, Operation operation, Reading reading, long guess)
        implements RowSource {

    /** The one call. */
    @FunctionalInterface
    interface Listing {
        Answer all(String project, Call call);
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        JsonRows rows = JsonRows.all(scan.table());
        return List.of(() -> ReadStep.Outcome.last(listing.all(access.project(), reading.call(operation, access))
                .read(rows::page)
                .rows()));
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        return new ReadExplanation(
                List.of(PlannedRequest.of(RequestCount.exactly(1), "GET /" + path)),
                scan.predicate().conjuncts());
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return Math.max(1, Math.round(guess * Selectivity.of(scan.predicate())));
    }

    @Override
    public int bufferedPages() {
        return 1;
    }
}
