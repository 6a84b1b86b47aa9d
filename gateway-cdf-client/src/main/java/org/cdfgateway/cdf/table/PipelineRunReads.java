package org.cdfgateway.cdf.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.filter.CdfLimits;
import org.cdfgateway.cdf.filter.ReadPlan;
import org.cdfgateway.cdf.filter.ResourceFilter;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Runs of the extraction pipelines that a scan names, else of all, pipeline by pipeline. */
final class PipelineRunReads implements RowSource {
    private static final TableDefinition TABLE = BuiltInTables.EXTRACTION_PIPELINE_RUNS;
    private static final Column PIPELINE = TABLE.column("external_id");
    private static final int PIPELINE_POSITION = TABLE.position(PIPELINE.name()).orElseThrow();

    /** Pages of 1,000 rows. */
    private static final int BUFFERED_PAGES = 10;

    /** Guesses, because CDF counts neither. */
    private static final long GUESSED_PIPELINES = 100;

    private static final long GUESSED_RUNS = 1_000;

    private final ResourceCalls runs;
    private final Parents pipelines;

    PipelineRunReads(ResourceCalls runs, Parents pipelines) {
        this.runs = runs;
        this.pipelines = pipelines;
    }

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        if (!(ResourceFilter.EXTRACTION_PIPELINE_RUNS.listing(scan.predicate()) instanceof ReadPlan.Listing listing)) {
            return List.of();
        }
        Map<String, Object> filter = listing.filter() == null ? Map.of() : listing.filter();
        One read = new One(filter, JsonRows.needed(scan, TABLE.column("id")), access);
        Optional<Set<Object>> named = named(scan.predicate());
        return named.isPresent()
                ? named.get().stream()
                        .filter(PipelineRunReads::isPossible)
                        .map(read::runs)
                        .toList()
                : List.of(pipelines.all(
                        null, access, found -> found.stream().map(read::runs).toList()));
    }

    private static Optional<Set<Object>> named(Predicate predicate) {
        return AllowedValues.of(predicate, PIPELINE);
    }

    private static boolean isPossible(Object externalId) {
        return !externalId.equals("") && CdfLimits.characters((String) externalId) <= CdfLimits.MAX_EXTERNAL_ID;
    }

    /** One read, with one identity. */
    private final class One {
        private final Map<String, Object> filter;
        private final JsonRows rows;
        private final CdfAccess access;

        One(Map<String, Object> filter, JsonRows rows, CdfAccess access) {
            this.filter = filter;
            this.rows = rows;
            this.access = access;
        }

        ReadStep runs(Object pipeline) {
            Map<String, Object> ofPipeline = new LinkedHashMap<>(filter);
            ofPipeline.put(PIPELINE.cdfField(), pipeline);
            ReadStep first = page(pipeline, ListRequest.all(ofPipeline));
            return () -> {
                try {
                    return first.run();
                } catch (GatewayException e) {
                    return pipelines.nothingIfUnknown(e, Reference.byExternalId((String) pipeline), access);
                }
            };
        }

        private ReadStep page(Object pipeline, ListRequest request) {
            return () -> {
                RowPage page = PipelineRunReads.this.runs.list(request, rows, access);
                List<Row> placed = page.rows().stream()
                        .map(row -> row.with(PIPELINE_POSITION, pipeline))
                        .toList();
                return new ReadStep.Outcome(
                        placed,
                        page.nextCursor() == null
                                ? List.of()
                                : List.of(page(pipeline, request.after(page.nextCursor()))));
            };
        }
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        if (!(ResourceFilter.EXTRACTION_PIPELINE_RUNS.listing(scan.predicate()) instanceof ReadPlan.Listing listing)) {
            return ReadExplanation.NOTHING;
        }
        Optional<String> filter = Explaining.filter(listing);
        List<PlannedRequest> requests = named(scan.predicate())
                .map(names -> ofNamed(
                        names.stream().filter(PipelineRunReads::isPossible).toList(), filter))
                .orElseGet(() -> pipelines
                        .explained()
                        .all(Map.of(), new ExplainedParents.Rows(runs.listing(), 1, filter), access));
        Unasked.Asked named = Unasked.values(PIPELINE);
        return new ReadExplanation(
                requests,
                ResourceFilter.EXTRACTION_PIPELINE_RUNS.unlisted(scan.predicate()).stream()
                        .filter(conjunct -> !named.says(conjunct))
                        .toList());
    }

    private List<PlannedRequest> ofNamed(List<Object> names, Optional<String> filter) {
        return names.isEmpty()
                ? List.of()
                : List.of(PlannedRequest.of(RequestCount.atLeast(names.size()), runs.listing())
                        .filteredBy(filter)
                        .lookingUp(Explaining.keys(names)));
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        long parents =
                named(scan.predicate()).map(Set::size).map(Integer::longValue).orElse(GUESSED_PIPELINES);
        return parents * GUESSED_RUNS;
    }

    @Override
    public int bufferedPages() {
        return BUFFERED_PAGES;
    }
}
