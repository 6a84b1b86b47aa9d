package org.cdfgateway.cdf.adapter;

import java.util.List;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;

/** Where the rows of one table come from. Safe for use by several threads. */
public interface RowSource {

    /** The first requests of a read; none when no row can match. Asks nobody. */
    List<ReadStep> steps(Scan scan, CdfAccess access);

    /** What the read asks of CDF. Asks nobody itself. */
    ReadExplanation explain(Scan scan, CdfAccess access);

    /** How many rows the scan would return, roughly. Never fails because of CDF. */
    long estimateRows(Scan scan, CdfAccess access);

    /** Pages of this source's size that memory has room for. */
    int bufferedPages();
}
