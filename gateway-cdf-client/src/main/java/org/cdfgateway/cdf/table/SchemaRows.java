package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.adapter.Selectivity;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.api.SchemasApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.filter.CdfLimits;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Data models, views or containers: of the spaces that a scan names, else of all. */
final class SchemaRows implements RowSource {
    /** Pages of up to 1,000 definitions, which can be large. */
    private static final int BUFFERED_PAGES = 4;

    /** A guess, because CDF does not count them. */
    private static final long GUESSED_DEFINITIONS = 1_000;

    private final TableDefinition table;
    private final SchemasApi api;
    private final String kind;
    private final boolean versioned;
    private final Operation list;
    private final Reading reading;

    /**
     * @param kind their name in paths
     * @param versioned whether they have versions, of which all are listed
     */
    SchemaRows(TableDefinition table, SchemasApi api, String kind, boolean versioned, Reading reading) {
        this.table = table;
        this.api = api;
        this.kind = kind;
        this.versioned = versioned;
        this.list = Operation.read("list " + table.name().replace('_', ' '), "models", "dataModelsAcl");
        this.reading = reading;
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        JsonRows rows = JsonRows.needed(scan, table.column("space"));
        return spaces(scan)
                .map(spaces -> spaces.stream()
                        .map(String.class::cast)
                        .filter(CdfLimits::isSpace)
                        .map(space -> page(space, null, rows, access))
                        .toList())
                .orElseGet(() -> List.of(page(null, null, rows, access)));
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        List<String> named = spaces(scan).orElse(Set.of()).stream()
                .map(String.class::cast)
                .filter(CdfLimits::isSpace)
                .toList();
        if (spaces(scan).isPresent() && named.isEmpty()) {
            return ReadExplanation.NOTHING;
        }
        PlannedRequest request =
                PlannedRequest.of(RequestCount.atLeast(Math.max(1, named.size())), "GET /models/" + kind);
        return new ReadExplanation(
                List.of(named.isEmpty() ? request : request.filteredBy(Explaining.filter(Map.of("space", named)))),
                Unasked.of(scan.predicate(), Unasked.values(table.column("space"))));
    }

    private Optional<Set<Object>> spaces(Scan scan) {
        return AllowedValues.of(scan.predicate(), table.column("space"));
    }

    private ReadStep page(@Nullable String space, @Nullable String pageCursor, JsonRows rows, CdfAccess access) {
        return () -> {
            RowPage page = api.list(
                            access.project(),
                            kind,
                            versioned ? true : null,
                            space,
                            pageCursor,
                            reading.call(list, access))
                    .read(rows::page);
            return new ReadStep.Outcome(
                    page.rows(),
                    page.nextCursor() == null ? List.of() : List.of(page(space, page.nextCursor(), rows, access)));
        };
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return Math.max(1, Math.round(GUESSED_DEFINITIONS * Selectivity.of(scan.predicate())));
    }

    @Override
    public int bufferedPages() {
        return BUFFERED_PAGES;
    }
}
