package org.cdfgateway.domain.explain;

import java.util.List;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;

/**
 * What a read asks of CDF, as far as it is known beforehand.
 *
 * @param requests in the order in which they are made; none when no row can match
 * @param unasked those parts of the scan's predicate that CDF is not told
 */
public record ReadExplanation(List<PlannedRequest> requests, List<Predicate> unasked) {

    /** No row can match. */
    public static final ReadExplanation NOTHING = new ReadExplanation(List.of(), List.of());

    public ReadExplanation {
        requests = List.copyOf(requests);
        unasked = List.copyOf(unasked);
    }

    /** Of a table that reads everything, or does not tell how it reads. */
    public static ReadExplanation everything(Scan scan) {
        return new ReadExplanation(
                List.of(PlannedRequest.of(
                        RequestCount.atLeast(1), "read table " + scan.table().name())),
                scan.predicate().conjuncts());
    }

    public RequestCount count() {
        return requests.stream().map(PlannedRequest::count).reduce(RequestCount.NONE, RequestCount::plus);
    }
}
