package org.cdfgateway.sql.remote.explain;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.RequestCount;

/** Writes requests as EXPLAIN shows them: a summary, and what is asked indented below it. */
final class ExplainLines {
    private static final String INDENT = "  ";

    private ExplainLines() {}

    /** @param localFilter empty for none */
    static List<String> of(List<PlannedRequest> requests, String localFilter) {
        List<String> lines = new ArrayList<>();
        RequestCount count = requests.stream().map(PlannedRequest::count).reduce(RequestCount.NONE, RequestCount::plus);
        lines.add(summary(count));
        for (PlannedRequest request : requests) {
            lines.add(INDENT + "Operation: " + request.operation());
            request.lookup().ifPresent(keys -> lines.add(INDENT + "Lookup by ids: " + keys));
            request.filter().ifPresent(filter -> lines.add(INDENT + "Filter: " + filter));
        }
        if (!requests.isEmpty() && !localFilter.isEmpty()) {
            lines.add(INDENT + "Local filter: " + localFilter);
        }
        return lines;
    }

    static String summary(RequestCount count) {
        boolean isOne = count.isExact() && count.atLeast() == 1;
        return "Summary: Execute " + count + (isOne ? " CDF query" : " CDF queries");
    }
}
