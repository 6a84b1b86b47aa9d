package org.cdfgateway.sql.remote.estimate;

import java.util.Locale;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.RowCondition;
import org.cdfgateway.sql.remote.statement.Select;

/**
 * A guess at a query's size and price, in the units of PostgreSQL's planner (manual, section 19.7.2). Reading has to look
 * dear per request and cheap per row: then large joins become hash joins, which read each side once.
 *
 * @param rows 1 or more
 * @param width bytes per row
 */
public record PlanEstimate(double startupCost, double totalCost, long rows, int width, String table) {
    /** One round trip to CDF, as many sequential pages as PostgreSQL would read in that time. */
    private static final double COST_PER_REQUEST = 100;

    private static final double COST_PER_ROW = 0.01;

    /** CDF's rows come in no order that PostgreSQL knows: it had better sort them itself. */
    private static final double PROHIBITIVE = 1e12;

    /** Asks the adapter for the number of rows; see there for what that may cost. */
    public static PlanEstimate of(Select select, TableAdapter adapter, CdfAccess access) {
        RowCondition condition = select.condition();
        Scan scan = new Scan(select.table(), select.columns(), condition.pushed());
        double pushed = Math.max(1, adapter.estimateRows(scan, access));
        double rows = Selectivity.ofUnpushed(condition, pushed) * pushed;
        double read = Selectivity.looksUpKeys(condition.known()) ? rows : pushed;
        double requests = Math.ceil(Math.max(1, read) / select.table().fetchSize());
        double total = COST_PER_REQUEST * requests + COST_PER_ROW * read + (select.isSorted() ? PROHIBITIVE : 0);
        int width = select.outputs().stream().mapToInt(PlanEstimate::width).sum();
        return new PlanEstimate(
                COST_PER_REQUEST,
                Math.max(COST_PER_REQUEST, total),
                Math.max(1, Math.round(rows)),
                width,
                select.table().name());
    }

    /** The one line that postgres_fdw looks for in the answer to EXPLAIN. */
    public String asExplainLine() {
        return String.format(
                Locale.ROOT,
                "Foreign Scan on %s  (cost=%.2f..%.2f rows=%d width=%d)",
                table,
                startupCost,
                totalCost,
                rows,
                width);
    }

    private static int width(OutputColumn output) {
        return output.column().map(column -> Widths.of(column.family())).orElse(0);
    }
}
