package org.cdfgateway.cdf.adapter;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.paging.ReadAhead;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.paging.StepReader;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;

/** What all adapters read with. The executor belongs to whoever made it. */
public record Reading(CallTimeouts timeouts, ReadLimits limits, ExecutorService executor) {

    public Call call(Operation operation, CdfAccess access) {
        return timeouts.start(operation, access);
    }

    /** @param bufferedPages pages of this size that memory has room for */
    public RowReader reader(List<ReadStep> first, int bufferedPages) {
        return new StepReader(first, new ReadAhead(limits.parallelRequests(), bufferedPages), executor);
    }
}
