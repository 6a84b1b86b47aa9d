package org.cdfgateway.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.sql.remote.statement.Conditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions over the types that only custom tables have; what PostgreSQL answers for the same row. */
class CustomColumnTruthTest {
    private static final TableDefinition TABLE = CustomTables.definitions(new CustomTable(
                    "things",
                    new RawSource(
                            "db",
                            "t",
                            Optional.empty(),
                            Arrays.stream(CustomColumnType.values())
                                    .map(type -> new CustomColumn(type.name().toLowerCase(Locale.ROOT), type))
                                    .toList()),
                    Instant.EPOCH))
            .get(0);

    private static final Row ROW = RowFixture.aRow(TABLE)
            .with("_raw_key", "k")
            .with("real", (double) 0.1f)
            .with("bytea", "\\x00ff")
            .with("bool_array", Arrays.asList(true, null))
            .with("bigint_array", List.of(1L, 2L))
            .with("real_array", Arrays.asList((double) 0.1f, null))
            .with("double_precision_array", List.of(0.1, Double.NaN))
            .with("text_array", Arrays.asList("a", null))
            .row();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "unknown", textBlock = """
                    (("real" = 0.1::real))                                              | true
                    (("real" = 0.1::double precision))                                  | false
                    (("real" > 0.1::double precision))                                  | true
                    (("real" <> '0.1'::real))                                           | false
                    (("real" = ANY ('{0.1,NaN}'::real[])))                              | true
                    (("real" = ANY ('{0.1,NaN}'::double precision[])))                  | false
                    (("real" < 'NaN'::real))                                            | true
                    (("real" < 1))                                                      | true
                    (("real" < double_precision))                                       | unknown
                    (("real" IS NOT NULL))                                              | true
                    ((bytea = E'\\\\x00ff'::bytea))                                 | true
                    ((bytea = E'\\\\x00FF'::bytea))                                 | true
                    ((bytea > E'\\\\x00fe'::bytea))                                 | true
                    ((bytea < E'\\\\x01'::bytea))                                   | true
                    ((bytea <= E'\\\\x00'::bytea))                                  | false
                    ((bytea = ANY (E'{"\\\\\\\\x00ff"}'::bytea[])))             | true
                    ((md5(bytea) = 'd07d34efac6328007ad67c7e0a985e00'::text))           | true
                    ((sha256(bytea) = E'\\\\x06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8'::bytea)) | true
                    ((sha256(bytea) = sha512(bytea)))                                   | false
                    ((sha224(bytea) = sha384(bytea)))                                   | false
                    ((byteaeq(bytea, E'\\\\x00ff'::bytea)))                         | true
                    ((float48lt("real", 1::double precision)))                          | true
                    (((bool_array[1])))                                                 | true
                    (((bool_array[2]) IS NULL))                                         | true
                    ((true = ANY (bool_array)))                                         | true
                    ((false = ANY (bool_array)))                                        | unknown
                    ((0.1::real = ANY (real_array)))                                    | true
                    ((0.2::real = ANY (real_array)))                                    | unknown
                    ((0.1::double precision = ANY (double_precision_array)))            | true
                    (('NaN'::double precision = ALL (double_precision_array)))          | false
                    ((2 = ANY (bigint_array)))                                          | true
                    (('b'::text = ANY (text_array)))                                    | unknown
                    ((json_array IS NULL))                                              | true
            """)
    void evaluatesAsPostgreSqlDoes(String condition, Boolean truth) {
        assertThat(Conditions.condition(TABLE, condition).evaluate(ROW)).isEqualTo(truth);
    }
}
