package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationIT {
    private static final TableDefinition ASSETS = BuiltInTables.ASSETS;

    @TempDir
    static Path state;

    private static EmbeddedEngine engine;
    private static RowEvaluation evaluation;

    @BeforeAll
    static void start() {
        engine = EmbeddedEngine.start(
                EngineSettings.in(state), List.of(ASSETS), new ScanEndpoint("127.0.0.1", 1, new Secret("never used")));
        evaluation = engine.evaluation();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void computesOverRowsInTheirOrder() {
        List<List<@Nullable String>> rows = List.of(
                row("1", "Pump", "{\"a\": \"x'\\\\y\"}", "{\"a b\",c}"),
                row("2", null, null, null),
                row("30", "it's {\"odd\"} \\ ", "{}", "{}"));

        assertThat(evaluation.evaluate(
                        List.of(
                                "(upper(name) || '!'::text)",
                                "(id * 2)",
                                "(metadata ->> 'a'::text)",
                                "labels[1]",
                                "(name ~~ '%u%'::text)"),
                        columns("id", "name", "metadata", "labels"),
                        rows))
                .containsExactly(
                        row("PUMP!", "2", "x'\\y", "a b", "true"),
                        row(null, "4", null, null, null),
                        row("IT'S {\"ODD\"} \\ !", "60", null, null, "false"));
    }

    @Test
    void computesWithoutColumns() {
        assertThat(evaluation.evaluate(List.of("1 + 1"), List.of(), List.of(List.of(), List.of())))
                .containsExactly(row("2"), row("2"));
    }

    @Test
    void usesTheSettingsOfPostgresFdw() {
        assertThat(evaluation.evaluate(
                        List.of(
                                "created_time",
                                "(created_time - '2024-01-01 00:00:00+00'::timestamp with time zone)",
                                "(0.1::double precision + 0.2::double precision)"),
                        columns("created_time"),
                        List.of(row("2024-01-03 12:00:00.5+00"))))
                .containsExactly(row("2024-01-03 12:00:00.5+00", "2 days 12:00:00.5", "0.30000000000000004"));
    }

    @Test
    void keepsOperatorsWithQuestionMarks() {
        assertThat(evaluation.evaluate(
                        List.of("('{\"a\": 1}'::jsonb ? name)"), columns("name"), List.of(row("a"), row("b"))))
                .containsExactly(row("true"), row("false"));
    }

    @Test
    void comparesArraysOfTextsWithLengths() {
        assertThat(evaluation.evaluate(
                        List.of("(labels @> ARRAY['a'::character varying])"),
                        columns("labels"),
                        List.of(row("{a,b}"), row("{b}"))))
                .containsExactly(row("true"), row("false"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (1 / (id - id))          | DATA_EXCEPTION         | 22012 | division by zero
            name::integer            | DATA_EXCEPTION         | 22P02 | invalid input syntax for type integer: "xxx"
            no_such_function(id)     | FEATURE_NOT_SUPPORTED  |       | function no_such_function(bigint) does not exist
            repeat(name, 1000000000) | PROGRAM_LIMIT_EXCEEDED |       | requested length too large
            """)
    void tellsWhatPostgresSays(String expression, ErrorKind kind, @Nullable String code, String message) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(
                        () -> evaluation.evaluate(List.of(expression), columns("id", "name"), List.of(row("1", "xxx"))))
                .withMessage(message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.reportedCode()).isEqualTo(Optional.ofNullable(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SELECT count(*) FROM pg_authid)",
                "pg_read_file('/etc/passwd')",
                "lo_creat(1)",
                "pg_terminate_backend(1)"
            })
    void canDoNothingButCompute(String expression) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> evaluation.evaluate(List.of(expression), List.of(), List.of(List.of())))
                .withMessageContaining("permission denied");
    }

    @Test
    void servesManyAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<List<List<@Nullable String>>>> results = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String id = String.valueOf(i);
                results.add(threads.submit(() -> evaluation.evaluate(
                        List.of("(id + 1)"),
                        columns("id"),
                        IntStream.range(0, 500).mapToObj(n -> row(id)).toList())));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).hasSize(500).containsOnly(row(String.valueOf(i + 1)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Column> columns(String... names) {
        return Arrays.stream(names).map(ASSETS::column).toList();
    }

    private static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
