package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * One read of RAW rows, with one identity. A table is read like this:
 *
 * <pre>
 *   page 1     1,000 rows, one request: enough for a LIMIT
 *   page 2     10,000 rows: the rest of a small table
 *   the rest   through CDF's parallel cursors, which begin anew; rows of the first two pages are left out by their keys
 * </pre>
 */
final class RawRowsRead {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    private static final int DATABASE_POSITION = TABLE.position("_raw_database").orElseThrow();
    private static final int TABLE_POSITION = TABLE.position("_raw_table").orElseThrow();
    private static final int KEY_POSITION = TABLE.position("_raw_key").orElseThrow();

    /** CDF's most (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_PAGE_ROWS = 10_000;

    /** Keys that are looked up one by one; with more, reading the table costs fewer requests. */
    private static final int MAX_KEYS = 200;

    private final RawApi api;
    private final RawReads raw;
    private final Reading reading;
    private final CdfAccess access;
    private final JsonRows rows;
    private final Optional<List<String>> databases;
    private final Optional<List<String>> tables;
    private final Optional<Set<Object>> keys;
    private final LongRange updated;
    private final EnumeratedParents parents;

    RawRowsRead(RawApi api, RawReads raw, Reading reading, Scan scan, CdfAccess access) {
        this.api = api;
        this.raw = raw;
        this.reading = reading;
        this.access = access;
        this.rows = JsonRows.needed(scan, TABLE.column("_raw_key"));
        this.databases = RawReads.named(scan, TABLE.column("_raw_database"), RawNames.DATABASE);
        this.tables = RawReads.named(scan, TABLE.column("_raw_table"), RawNames.TABLE);
        this.keys = AllowedValues.of(scan.predicate(), TABLE.column("_raw_key"));
        this.updated = LongRange.of(scan.predicate(), TABLE.column("_raw_last_updated_time"))
                .intersect(new LongRange(0, Long.MAX_VALUE));
        this.parents = new EnumeratedParents(
                "RAW tables", "_raw_database and _raw_table", reading.limits().maxEnumeratedParents());
    }

    List<ReadStep> steps() {
        return isNothing() ? List.of() : raw.inDatabases(databases, access, this::database);
    }

    private boolean isNothing() {
        return updated.isEmpty()
                || databases.map(List::isEmpty).orElse(false)
                || tables.map(List::isEmpty).orElse(false)
                || keys.map(Set::isEmpty).orElse(false);
    }

    ReadExplanation explain(Predicate predicate) {
        return isNothing()
                ? ReadExplanation.NOTHING
                : new RawRowsExplanation(databases, tables, addressedKeys(), updatedAfter(), updatedUntil())
                        .of(predicate);
    }

    /** The keys that rows are read by; empty when tables are read as a whole. */
    private Optional<List<String>> addressedKeys() {
        return keys.filter(all ->
                        all.size() <= MAX_KEYS && all.stream().allMatch(key -> RawNames.isAddressable((String) key)))
                .map(all -> all.stream()
                        .map(String.class::cast)
                        .filter(RawNames.KEY::isPossible)
                        .toList());
    }

    private List<ReadStep> database(String database) {
        if (tables.isPresent()) {
            return tables.get().stream()
                    .flatMap(name -> table(new RawReads.Table(database, name)).stream())
                    .toList();
        }
        return List.of(raw.tables(database, null, access, (names, rest) -> {
            parents.add(names.size());
            List<ReadStep> following = new ArrayList<>();
            names.stream()
                    .filter(RawNames::isAddressable)
                    .forEach(name -> following.addAll(table(new RawReads.Table(database, name))));
            following.addAll(rest);
            return new ReadStep.Outcome(List.of(), following);
        }));
    }

    private List<ReadStep> table(RawReads.Table table) {
        return addressedKeys()
                .map(addressed -> addressed.stream().map(key -> row(table, key)).toList())
                .orElseGet(() -> List.of(firstPage(table)));
    }

    private ReadStep row(RawReads.Table table, String key) {
        return () -> {
            try {
                Row row = api.row(
                                access.project(),
                                table.database(),
                                table.name(),
                                key,
                                reading.call(RawApi.READ, access))
                        .read(rows::single);
                return ReadStep.Outcome.last(List.of(placed(table, row)));
            } catch (GatewayException e) {
                return RawReads.nothingIfUnknown(e);
            }
        };
    }

    private ReadStep firstPage(RawReads.Table table) {
        return () -> {
            try {
                RowPage page = page(table, Math.min(TABLE.fetchSize(), MAX_PAGE_ROWS), null);
                return outcome(page, page.nextCursor() == null ? null : secondPage(table, page));
            } catch (GatewayException e) {
                return RawReads.nothingIfUnknown(e);
            }
        };
    }

    private ReadStep secondPage(RawReads.Table table, RowPage first) {
        return () -> {
            RowPage page = page(table, MAX_PAGE_ROWS, first.nextCursor());
            Set<String> read = new HashSet<>();
            first.rows().forEach(row -> read.add(key(row)));
            page.rows().forEach(row -> read.add(key(row)));
            return outcome(page, page.nextCursor() == null ? null : divide(table, read));
        };
    }

    private ReadStep divide(RawReads.Table table, Set<String> read) {
        return () -> {
            List<String> cursors = api.cursors(
                            access.project(),
                            table.database(),
                            table.name(),
                            reading.limits().parallelRequests(),
                            updatedAfter(),
                            updatedUntil(),
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
    private ReadStep chain(RawReads.Table table, String pageCursor, Set<String> read) {
        return () -> {
            RowPage page = page(table, MAX_PAGE_ROWS, pageCursor);
            RowPage fresh = new RowPage(
                    page.rows().stream().filter(row -> !read.contains(key(row))).toList(), page.nextCursor());
            return outcome(fresh, page.nextCursor() == null ? null : chain(table, page.nextCursor(), read));
        };
    }

    private static ReadStep.Outcome outcome(RowPage page, @Nullable ReadStep next) {
        return new ReadStep.Outcome(page.rows(), next == null ? List.of() : List.of(next));
    }

    private RowPage page(RawReads.Table table, int limit, @Nullable String pageCursor) {
        RowPage page = api.rows(
                        access.project(),
                        table.database(),
                        table.name(),
                        limit,
                        pageCursor,
                        updatedAfter(),
                        updatedUntil(),
                        reading.call(RawApi.READ, access))
                .read(rows::page);
        return new RowPage(page.rows().stream().map(row -> placed(table, row)).toList(), page.nextCursor());
    }

    private static Row placed(RawReads.Table table, Row row) {
        @Nullable Object[] values = row.values().toArray();
        values[DATABASE_POSITION] = table.database();
        values[TABLE_POSITION] = table.name();
        return Row.owning(values);
    }

    private static String key(Row row) {
        return (String) Objects.requireNonNull(row.value(KEY_POSITION));
    }

    /** CDF's lower bound is exclusive. */
    private @Nullable Long updatedAfter() {
        return updated.min() > 0 ? updated.min() - 1 : null;
    }

    private @Nullable Long updatedUntil() {
        return updated.max() < Long.MAX_VALUE ? updated.max() : null;
    }
}
