package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RAW_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cdfgateway.cdf.CdfConnection;
import org.cdfgateway.cdf.CdfSettings;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowChecksTest {
    private final CdfConnection connection =
            CdfConnection.open(CdfSettings.of(URI.create("http://cdf.test"), Optional::empty));

    @AfterAll
    void stop() {
        connection.close();
    }

    private RowInserter writer(TableDefinition table) {
        return connection.tables().stream()
                .filter(adapter -> adapter.table().equals(table))
                .findFirst()
                .orElseThrow()
                .requireInserter();
    }

    private static RowBuilder anAsset() {
        return aRow(ASSETS).with("name", "Pump");
    }

    private static RowBuilder aPoint() {
        return aRow(DOUBLE_DATAPOINTS)
                .with("external_id", "p1")
                .with("timestamp", 0L)
                .with("value", 1.0);
    }

    private static RowBuilder aRawRow() {
        return aRow(RAW_ROWS)
                .with("_raw_database", "db")
                .with("_raw_table", "t")
                .with("_raw_key", "k")
                .with("_raw_columns", "{}");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(ASSETS, anAsset().with("id", 5L), ErrorKind.GENERATED_ALWAYS, "id"),
                Arguments.of(ASSETS, anAsset().with("created_time", 5L), ErrorKind.GENERATED_ALWAYS, "created_time"),
                Arguments.of(ASSETS, aRow(ASSETS), ErrorKind.NOT_NULL_VIOLATION, "name"),
                Arguments.of(
                        ASSETS,
                        anAsset().with("metadata", "{\"a\": 1}"),
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "metadata"),
                Arguments.of(ASSETS, anAsset().with("metadata", "[]"), ErrorKind.INVALID_PARAMETER_VALUE, "metadata"),
                Arguments.of(
                        ASSETS, anAsset().with("geo_location", "5"), ErrorKind.INVALID_PARAMETER_VALUE, "geo_location"),
                Arguments.of(
                        ASSETS,
                        anAsset().with("parent_id", 1L).with("parent_external_id", "p"),
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "parent_external_id"),
                Arguments.of(
                        EVENTS,
                        aRow(EVENTS).with("start_time", -1_000L),
                        ErrorKind.DATETIME_FIELD_OVERFLOW,
                        "start_time"),
                Arguments.of(
                        EVENTS,
                        aRow(EVENTS).with("end_time", Long.MAX_VALUE),
                        ErrorKind.DATETIME_FIELD_OVERFLOW,
                        "end_time"),
                Arguments.of(
                        DOUBLE_DATAPOINTS, aPoint().with("id", 5L), ErrorKind.INVALID_PARAMETER_VALUE, "external_id"),
                Arguments.of(
                        DOUBLE_DATAPOINTS,
                        aRow(DOUBLE_DATAPOINTS).with("timestamp", 0L).with("value", 1.0),
                        ErrorKind.NOT_NULL_VIOLATION,
                        "external_id"),
                Arguments.of(
                        DOUBLE_DATAPOINTS,
                        aPoint().with("value", Double.NaN),
                        ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE,
                        "value"),
                Arguments.of(
                        DOUBLE_DATAPOINTS,
                        aPoint().with("value", -1e100),
                        ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE,
                        "value"),
                Arguments.of(
                        DOUBLE_DATAPOINTS,
                        aPoint().with("timestamp", 4_102_444_800_000_000L),
                        ErrorKind.DATETIME_FIELD_OVERFLOW,
                        "timestamp"),
                Arguments.of(
                        STRING_DATAPOINTS,
                        aRow(STRING_DATAPOINTS)
                                .with("id", 1L)
                                .with("timestamp", 0L)
                                .with("value", "ø".repeat(512)),
                        ErrorKind.STRING_DATA_RIGHT_TRUNCATION,
                        "value"),
                Arguments.of(
                        RAW_ROWS,
                        aRawRow().with("_raw_columns", "[1]"),
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "_raw_columns"),
                Arguments.of(RAW_ROWS, aRawRow().with("_raw_key", ""), ErrorKind.INVALID_PARAMETER_VALUE, "_raw_key"),
                Arguments.of(
                        RAW_ROWS,
                        aRawRow().with("_raw_database", ".."),
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "_raw_database"));
    }

    @ParameterizedTest(name = "{3} of {1}")
    @MethodSource("refused")
    void refusesRowsThatCdfWouldRefuse(TableDefinition table, RowBuilder row, ErrorKind kind, String column) {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> writer(table).check(row.build()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .withMessageContaining("\"" + column + "\"");
    }

    @Test
    void acceptsWhatCdfAccepts() {
        List<Row> points = List.of(
                aPoint().build(),
                aPoint().with("timestamp", -2_208_988_800_000_000L)
                        .with("value", 9.99e99)
                        .build());

        assertThatCode(() -> {
                    writer(ASSETS)
                            .check(anAsset().with("metadata", "{\"a\": \"1\"}").build());
                    writer(EVENTS).check(aRow(EVENTS).build());
                    writer(EVENTS).check(aRow(EVENTS).with("start_time", 1_500L).build());
                    points.forEach(writer(DOUBLE_DATAPOINTS)::check);
                    writer(RAW_ROWS).check(aRawRow().with("_raw_key", "..").build());
                })
                .doesNotThrowAnyException();
    }

    @Test
    void shortensLongValues() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> writer(ASSETS)
                        .check(anAsset()
                                .with("metadata", "[" + "1,".repeat(1_000) + "1]")
                                .build()))
                .satisfies(failure -> assertThat(failure.text()).hasSizeLessThan(150));
    }

    @Test
    void onlyForeignParentsMakeABatchDependOnEarlierOnes() {
        Row root = anAsset().with("external_id", "root").build();
        Row child = anAsset().with("parent_external_id", "root").build();

        assertThat(writer(ASSETS).dependsOnEarlier(List.of(root, child))).isFalse();
        assertThat(writer(ASSETS).dependsOnEarlier(List.of(child))).isTrue();
        assertThat(writer(EVENTS).dependsOnEarlier(List.of(aRow(EVENTS).build())))
                .isFalse();
    }

    @Test
    void onlyAssetsWithLabelsReferToOtherTables() {
        Row plain = aRow(ASSETS).with("external_id", "a").build();
        Row labelled = aRow(ASSETS).with("labels", List.of("pump")).build();

        assertThat(writer(ASSETS).refersToOtherTables(plain)).isFalse();
        assertThat(writer(ASSETS).refersToOtherTables(labelled)).isTrue();
    }
}
