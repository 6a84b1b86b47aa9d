package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER_OR_EQUAL;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.cdf.CdfSettings;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is no CDF behind these explanations: whoever asked it would fail. */
class ExplanationTest {
    private final CdfConnection nobody =
            CdfConnection.open(CdfSettings.of(URI.create("http://localhost:1"), Optional::empty));

    @AfterEach
    void close() {
        nobody.close();
    }

    private TableAdapter adapter(String table) {
        return nobody.tables().stream()
                .filter(adapter -> adapter.table().name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private Predicate is(String table, String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(adapter(table).table().column(column), operator, constant);
    }

    private ReadExplanation explain(String table, Predicate... conjuncts) {
        TableAdapter adapter = adapter(table);
        TableDefinition definition = adapter.table();
        Scan scan = new Scan(definition, Set.of(), new Predicate.And(List.of(conjuncts)));
        return adapter.explain(scan, SessionFixture.aSession().access());
    }

    private static PlannedRequest request(RequestCount count, String operation) {
        return PlannedRequest.of(count, operation);
    }

    private static PlannedRequest filtered(RequestCount count, String operation, String filter) {
        return PlannedRequest.of(count, operation).filteredBy(Optional.of(filter));
    }

    private static final RequestCount SOME = RequestCount.atLeast(0);
    private static final RequestCount ONE_OR_MORE = RequestCount.atLeast(1);

    @Test
    void listingsTellTheirFilters() {
        Predicate unasked = is("assets", "description", GREATER, "b");
        ReadExplanation explanation =
                explain("assets", is("assets", "name", EQUAL, "x"), is("assets", "description", EQUAL, "d"), unasked);

        assertThat(explanation.requests())
                .containsExactly(filtered(
                        ONE_OR_MORE,
                        "POST /assets/list",
                        "{\"advancedFilter\":{\"equals\":{\"property\":[\"description\"],\"value\":\"d\"}},"
                                + "\"filter\":{\"name\":\"x\"}}"));
        assertThat(explanation.unasked()).containsExactly(unasked);
    }

    @Test
    void lookupsTellTheirKeysAndAreCounted() {
        List<Object> ids =
                LongStream.rangeClosed(1, 1_001).boxed().map(Object.class::cast).toList();
        Predicate unasked = is("events", "type", EQUAL, "x");
        ReadExplanation explanation =
                explain("events", new Predicate.In(adapter("events").table().column("id"), ids), unasked);

        assertThat(explanation.count()).isEqualTo(RequestCount.exactly(2));
        assertThat(explanation.requests().get(0).operation()).isEqualTo("POST /events/byids");
        assertThat(explanation.requests().get(0).lookup().orElseThrow())
                .startsWith("{\"id\":1}, {\"id\":2}, ")
                .endsWith("{\"id\":10}, and 991 more");
        assertThat(explanation.unasked()).containsExactly(unasked);
    }

    @Test
    void ofTwoKindsOfKeysOneIsAskedFor() {
        Predicate id = is("assets", "id", EQUAL, 5L);
        Predicate externalId = is("assets", "external_id", EQUAL, "a");
        ReadExplanation explanation = explain("assets", id, externalId);

        assertThat(explanation.count()).isEqualTo(RequestCount.exactly(1));
        assertThat(explanation.unasked()).hasSize(1).isSubsetOf(id, externalId);
    }

    @Test
    void whatNoRowCanMatchAsksNothing() {
        assertThat(explain("assets", is("assets", "id", EQUAL, -1L))).isEqualTo(ReadExplanation.NOTHING);
        assertThat(explain("raw_tables", is("raw_tables", "_raw_database", EQUAL, "")))
                .isEqualTo(ReadExplanation.NOTHING);
    }

    @Test
    void dataPointsOfNamedSeriesAreReadAtOnce() {
        ReadExplanation explanation = explain(
                "double_datapoints",
                is("double_datapoints", "external_id", EQUAL, "s"),
                is("double_datapoints", "timestamp", GREATER_OR_EQUAL, 1_700_000_000_000_000L));

        assertThat(explanation.requests())
                .containsExactly(filtered(ONE_OR_MORE, "POST /timeseries/data/list", "{\"start\":1700000000000}")
                        .lookingUp("{\"externalId\":\"s\"}"));
        assertThat(explanation.unasked()).isEmpty();
    }

    @Test
    void dataPointsOfUnnamedSeriesFanOut() {
        assertThat(explain("string_datapoints").requests())
                .containsExactly(
                        filtered(ONE_OR_MORE, "POST /timeseries/list", "{\"filter\":{\"isString\":true}}"),
                        request(SOME, "POST /timeseries/data/list for every 100 of all time series"));
    }

    @Test
    void seriesThatAreNamedByBothKeysAreResolvedFirst() {
        Predicate either = new Predicate.Or(
                List.of(is("double_datapoints", "id", EQUAL, 5L), is("double_datapoints", "external_id", EQUAL, "s")));

        assertThat(explain("double_datapoints", either).requests())
                .extracting(PlannedRequest::operation)
                .containsExactly("POST /timeseries/byids", "POST /timeseries/data/list");
    }

    @Test
    void rowsOfSequencesTellTheirNumbers() {
        ReadExplanation explanation = explain("sequence_rows", is("sequence_rows", "row_number", EQUAL, 7L));

        assertThat(explanation.requests())
                .containsExactly(
                        request(ONE_OR_MORE, "POST /sequences/list"),
                        filtered(
                                SOME,
                                "POST /sequences/data/list for each of all sequences",
                                "{\"end\":8,\"start\":7}"));
        assertThat(explanation.unasked()).isEmpty();
    }

    @Test
    void runsAreListedPerPipeline() {
        ReadExplanation explanation = explain(
                "extraction_pipeline_runs",
                is("extraction_pipeline_runs", "external_id", EQUAL, "p"),
                is("extraction_pipeline_runs", "message", EQUAL, "m"));

        assertThat(explanation.requests())
                .containsExactly(
                        request(ONE_OR_MORE, "POST /extpipes/runs/list").lookingUp("\"p\""));
        assertThat(explanation.unasked()).containsExactly(is("extraction_pipeline_runs", "message", EQUAL, "m"));
        assertThat(explain("extraction_pipeline_runs").requests().get(1).operation())
                .isEqualTo("POST /extpipes/runs/list for each of all extraction pipelines");
    }

    @Test
    void rawRowsAreReadByKeyWhereTheyAreNamed() {
        ReadExplanation explanation = explain(
                "raw_rows",
                is("raw_rows", "_raw_database", EQUAL, "db"),
                is("raw_rows", "_raw_table", EQUAL, "t"),
                is("raw_rows", "_raw_key", EQUAL, "k"));

        assertThat(explanation.requests())
                .containsExactly(request(RequestCount.exactly(1), "GET /raw/dbs/db/tables/t/rows/{key}")
                        .lookingUp("\"k\""));
        assertThat(explanation.unasked()).isEmpty();
    }

    @Test
    void rawTablesThatAreNotNamedAreListed() {
        assertThat(explain("raw_rows").requests())
                .containsExactly(
                        request(ONE_OR_MORE, "GET /raw/dbs"),
                        request(SOME, "GET /raw/dbs/{database}/tables for each database"),
                        request(SOME, "GET /raw/dbs/{database}/tables/{table}/rows for each table"));
        assertThat(explain("raw_tables", is("raw_tables", "_raw_database", EQUAL, "db"))
                        .requests())
                .containsExactly(request(ONE_OR_MORE, "GET /raw/dbs/db/tables"));
    }

    @Test
    void schemasAreListedPerSpaceAndCatalogsAsAWhole() {
        Predicate unasked = is("units", "external_id", EQUAL, "u");

        assertThat(explain("views", is("views", "space", EQUAL, "s")).requests())
                .containsExactly(filtered(ONE_OR_MORE, "GET /models/views", "{\"space\":[\"s\"]}"));
        assertThat(explain("units", unasked))
                .isEqualTo(
                        new ReadExplanation(List.of(request(RequestCount.exactly(1), "GET /units")), List.of(unasked)));
    }

    @Test
    void writesNameTheirCalls() {
        assertThat(adapter("assets").requireInserter().operations()).containsExactly("POST /assets");
        assertThat(adapter("assets").requireUpdater().operations()).containsExactly("POST /assets/update");
        assertThat(adapter("assets").requireDeleter().operations()).containsExactly("POST /assets/delete");
        assertThat(adapter("double_datapoints").requireUpdater().operations()).containsExactly("POST /timeseries/data");
    }
}
