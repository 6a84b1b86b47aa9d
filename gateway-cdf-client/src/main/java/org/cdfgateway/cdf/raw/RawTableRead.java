package org.cdfgateway.cdf.raw;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonPage;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of single RAW tables, with one identity. Rows that are named by their keys are read one by one; else a
 * table is read like this:
 *
 * <pre>
 *   page 1     1,000 rows, one request: enough for a LIMIT
 *   page 2     10,000 rows: the rest of a small table
 *   the rest   through CDF's parallel cursors, which begin anew; rows of the first two pages are left out by their keys
 * </pre>
 *
 * A table that does not exist has no rows.
 *
 * @param firstPageRows 1 or more
 */
record RawTableRead(
        RawApi api, Reading reading, CdfAccess access, RawRowForm form, RawSelection selection, int firstPageRows) {
    /** CDF's most (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_PAGE_ROWS = 10_000;

    /** Pages of up to 10,000 rows, which can be large: one per parallel request would be too much. */
    static final int BUFFERED_PAGES = 4;

    List<ReadStep> steps(RawTable table) {
        return selection
                .addressedKeys()
                .map(addressed -> addressed.stream().map(key -> row(table, key)).toList())
                .orElseGet(() -> List.of(firstPage(table)));
    }

    private ReadStep row(RawTable table, String key) {
        return () -> {
            try {
                KeyedRow row = api.row(
                                access.project(),
                                table.database(),
                                table.name(),
                                key,
                                reading.call(RawApi.READ, access))
                        .read(body -> JsonPage.single(body, parser -> form.row(table, parser)));
                return ReadStep.Outcome.last(List.of(row.row()));
            } catch (GatewayException e) {
                return RawReads.nothingIfUnknown(e);
            }
        };
    }

    private ReadStep firstPage(RawTable table) {
        return () -> {
            try {
                JsonPage<KeyedRow> page = page(table, Math.min(firstPageRows, MAX_PAGE_ROWS), null);
                return outcome(page.items(), page.nextCursor() == null ? null : secondPage(table, page));
            } catch (GatewayException e) {
                return RawReads.nothingIfUnknown(e);
            }
        };
    }

    private ReadStep secondPage(RawTable table, JsonPage<KeyedRow> first) {
        return () -> {
            JsonPage<KeyedRow> page = page(table, MAX_PAGE_ROWS, first.nextCursor());
            Set<String> read = new HashSet<>();
            first.items().forEach(row -> read.add(row.key()));
            page.items().forEach(row -> read.add(row.key()));
            return outcome(page.items(), page.nextCursor() == null ? null : divide(table, read));
        };
    }

    private ReadStep divide(RawTable table, Set<String> read) {
        return () -> {
            List<String> cursors = api.cursors(
                            access.project(),
                            table.database(),
                            table.name(),
                            reading.limits().parallelRequests(),
                            selection.updatedAfter(),
                            selection.updatedUntil(),
                            reading.call(RawApi.READ, access))
                    .items();
            return new ReadStep.Outcome(
                    List.of(),
                    cursors.stream()
                            .map(pageCursor -> chain(table, pageCursor, read))
                            .toList());
        };
    }

    /** @param read keys of rows that were handed out before */
    private ReadStep chain(RawTable table, String pageCursor, Set<String> read) {
        return () -> {
            JsonPage<KeyedRow> page = page(table, MAX_PAGE_ROWS, pageCursor);
            List<KeyedRow> fresh = page.items().stream()
                    .filter(row -> !read.contains(row.key()))
                    .toList();
            return outcome(fresh, page.nextCursor() == null ? null : chain(table, page.nextCursor(), read));
        };
    }

    private static ReadStep.Outcome outcome(List<KeyedRow> rows, @Nullable ReadStep next) {
        return new ReadStep.Outcome(
                rows.stream().map(KeyedRow::row).toList(), next == null ? List.of() : List.of(next));
    }

    private JsonPage<KeyedRow> page(RawTable table, int limit, @Nullable String pageCursor) {
        return api.rows(
                        access.project(),
                        table.database(),
                        table.name(),
                        limit,
                        pageCursor,
                        form.neededColumns(),
                        selection.updatedAfter(),
                        selection.updatedUntil(),
                        reading.call(RawApi.READ, access))
                .read(body -> JsonPage.read(body, parser -> form.row(table, parser)));
    }
}
