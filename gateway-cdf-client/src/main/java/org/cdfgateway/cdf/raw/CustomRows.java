package org.cdfgateway.cdf.raw;

import java.util.List;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;

/** The rows of one RAW table in declared columns; none while the table does not exist. */
record CustomRows(CustomTableShape shape, RawApi api, Reading reading) implements RowSource {

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        RawSelection selection = selection(scan);
        return selection.isNothing()
                ? List.of()
                : new RawTableRead(
                                api,
                                reading,
                                access,
                                new CustomRowForm(shape, scan),
                                selection,
                                shape.table().fetchSize())
                        .steps(shape.source());
    }

    private RawSelection selection(Scan scan) {
        return RawSelection.of(scan, shape.keyColumn(), lastUpdated());
    }

    private Column lastUpdated() {
        return shape.column(shape.lastUpdated());
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        RawSelection selection = selection(scan);
        if (selection.isNothing()) {
            return ReadExplanation.NOTHING;
        }
        return new ReadExplanation(
                List.of(selection.explain("GET " + shape.path(), 1, "")),
                Unasked.of(scan.predicate(), selection.asked(shape.keyColumn(), lastUpdated())));
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return selection(scan).keys().map(keys -> (long) keys.size()).orElse(RawRows.GUESSED_TABLE_ROWS);
    }

    @Override
    public int bufferedPages() {
        return RawTableRead.BUFFERED_PAGES;
    }
}
