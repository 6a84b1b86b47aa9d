package org.cdfgateway.cdf.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.filter.MillisRange;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TableWriter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/**
 * Rows of RAW tables. A table is read page after page: CDF's parallel cursors would have to be made before the first
 * page, which must stay a single request. Tables are read in parallel.
 */
final class RawRowsTable implements TableAdapter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    private static final int DATABASE_POSITION = TABLE.position("_raw_database").orElseThrow();
    private static final int TABLE_POSITION = TABLE.position("_raw_table").orElseThrow();

    /** CDF's most (reference/cdf-api-data.md section 10.1). */
    private static final int MAX_PAGE_ROWS = 10_000;

    /** Rows can be large: up to 5 MiB each. */
    private static final int BUFFERED_PAGES = 3;

    /** Keys that are looked up one by one; with more, reading the table costs fewer requests. */
    private static final int MAX_KEYS = 200;

    /** Guesses, because RAW has no count. */
    private static final long GUESSED_TABLE_ROWS = 100_000;

    private static final long GUESSED_TABLES = 20;

    private final RawApi api;
    private final RawReads raw;
    private final Reading reading;
    private final TableWriter writer;

    RawRowsTable(RawApi api, RawReads raw, Reading reading, TableWriter writer) {
        this.api = api;
        this.raw = raw;
        this.reading = reading;
        this.writer = writer;
    }

    @Override
    public TableDefinition table() {
        return TABLE;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        One one = new One(scan, access);
        return reading.reader(one.steps(), BUFFERED_PAGES);
    }

    /** One read of a scan, with one identity. */
    private final class One {
        private final CdfAccess access;
        private final JsonRows rows;
        private final Optional<List<String>> databases;
        private final Optional<List<String>> tables;
        private final Optional<Set<Object>> keys;
        private final MillisRange updated;
        private final EnumeratedParents parents;

        One(Scan scan, CdfAccess access) {
            this.access = access;
            this.rows = JsonRows.needed(scan);
            this.databases = RawReads.named(scan, TABLE.column("_raw_database"), RawNames.DATABASE);
            this.tables = RawReads.named(scan, TABLE.column("_raw_table"), RawNames.TABLE);
            this.keys = AllowedValues.of(scan.predicate(), TABLE.column("_raw_key"));
            this.updated = MillisRange.of(scan.predicate(), TABLE.column("_raw_last_updated_time"))
                    .intersect(new MillisRange(0, Long.MAX_VALUE));
            this.parents = new EnumeratedParents(
                    "RAW tables",
                    "_raw_database and _raw_table",
                    reading.limits().maxEnumeratedParents());
        }

        List<ReadStep> steps() {
            boolean nothing = updated.isEmpty()
                    || tables.map(List::isEmpty).orElse(false)
                    || keys.map(Set::isEmpty).orElse(false);
            return nothing ? List.of() : raw.inDatabases(databases, access, this::database);
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
            boolean byKey = keys.isPresent()
                    && keys.get().size() <= MAX_KEYS
                    && keys.get().stream().allMatch(key -> RawNames.isAddressable((String) key));
            return byKey
                    ? keys.get().stream()
                            .map(String.class::cast)
                            .filter(RawNames.KEY::isPossible)
                            .map(key -> row(table, key))
                            .toList()
                    : List.of(page(table, null));
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

        /** The first page is as small as one FETCH, for a LIMIT; the others are as large as CDF allows. */
        private ReadStep page(RawReads.Table table, @Nullable String pageCursor) {
            int limit = pageCursor == null ? Math.min(TABLE.fetchSize(), MAX_PAGE_ROWS) : MAX_PAGE_ROWS;
            return () -> {
                RowPage page;
                try {
                    page = api.rows(
                                    access.project(),
                                    table.database(),
                                    table.name(),
                                    limit,
                                    pageCursor,
                                    updatedAfter(),
                                    updatedUntil(),
                                    reading.call(RawApi.READ, access))
                            .read(rows::page);
                } catch (GatewayException e) {
                    return RawReads.nothingIfUnknown(e);
                }
                return new ReadStep.Outcome(
                        page.rows().stream().map(row -> placed(table, row)).toList(),
                        page.nextCursor() == null ? List.of() : List.of(page(table, page.nextCursor())));
            };
        }

        /** CDF's lower bound is exclusive. */
        private @Nullable Long updatedAfter() {
            return updated.min() > 0 ? updated.min() - 1 : null;
        }

        private @Nullable Long updatedUntil() {
            return updated.max() < Long.MAX_VALUE ? updated.max() : null;
        }
    }

    private static Row placed(RawReads.Table table, Row row) {
        @Nullable Object[] values = row.values().toArray();
        values[DATABASE_POSITION] = table.database();
        values[TABLE_POSITION] = table.name();
        return Row.owning(values);
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        Optional<Set<Object>> keys = AllowedValues.of(scan.predicate(), TABLE.column("_raw_key"));
        long tables = tables(scan, "_raw_database") * tables(scan, "_raw_table");
        long rows = keys.map(Set::size).map(Integer::longValue).orElse(GUESSED_TABLE_ROWS);
        return tables * rows;
    }

    private static long tables(Scan scan, String column) {
        return AllowedValues.of(scan.predicate(), TABLE.column(column))
                .map(Set::size)
                .map(Integer::longValue)
                .orElse(GUESSED_TABLES);
    }

    @Override
    public Optional<TableWriter> writer() {
        return Optional.of(writer);
    }
}
