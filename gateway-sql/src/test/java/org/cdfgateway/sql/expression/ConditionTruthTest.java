package org.cdfgateway.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.sql.remote.statement.Conditions.aThing;
import static org.cdfgateway.sql.remote.statement.Conditions.condition;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected truths are what PostgreSQL 18 answers for the same row; the texts are what its postgres_fdw sends. */
class ConditionTruthTest {
    /** 2024-01-01 07:04:56.123456+00. */
    private static final long TIME = 1_704_092_696_123_456L;

    private static final Row ROW = aThing().with("id", 5L)
            .with("name", "pump")
            .with("external_id", "b\"c")
            .with("is_string", true)
            .with("value", 1.5)
            .with("timestamp", TIME)
            .with("metadata", "{}")
            .with("asset_ids", List.of(1L, 2L))
            .row();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "unknown", textBlock = """
                    ((id = 5))                                                          | true
                    ((id <> 5::smallint))                                               | false
                    ((4 < id))                                                          | true
                    ((id = (-5)))                                                       | false
                    ((id < 5000000000::bigint))                                         | true
                    ((id > (-9223372036854775808)::bigint))                             | true
                    ((id = parent_id))                                                  | unknown
                    ((id IS DISTINCT FROM parent_id))                                   | true
                    ((parent_id IS NOT DISTINCT FROM NULL::bigint))                     | true
                    ((NOT (name IS DISTINCT FROM 'pump'::text)))                        | true
                    ((parent_id IS NULL))                                               | true
                    ((id IS NOT NULL)) AND ((metadata IS NOT NULL))                     | true
                    ((labels IS NULL))                                                  | true
                    ((id = ANY ('{1,5,NULL}'::bigint[])))                               | true
                    ((id = ANY ('{1,2,NULL}'::bigint[])))                               | unknown
                    ((id = ANY ('{1,2}'::integer[])))                                   | false
                    ((id = ANY ('{}'::bigint[])))                                       | false
                    ((parent_id = ANY ('{}'::bigint[])))                                | false
                    ((parent_id = ANY ('{1}'::bigint[])))                               | unknown
                    ((id = ANY (NULL::bigint[])))                                       | unknown
                    ((id <> ALL ('{1,2}'::bigint[])))                                   | true
                    ((id <> ALL ('{1,2,NULL}'::bigint[])))                              | unknown
                    ((id <> ALL ('{5,NULL}'::bigint[])))                                | false
                    ((id > ANY ('{9,4}'::bigint[])))                                    | true
                    ((id < ALL ('{9,4}'::bigint[])))                                    | false
                    ((id < ALL ('{}'::bigint[])))                                       | true
                    ((id = ANY ('{{1,2},{5,6}}'::bigint[])))                            | true
                    ((id = ANY ('[2:3]={5,6}'::bigint[])))                              | true
                    ((id = ANY (ARRAY[parent_id, 5::bigint])))                          | true
                    ((2 = ANY (asset_ids)))                                             | true
                    ((3 = ALL (asset_ids)))                                             | false
                    (((asset_ids[2]) = 2))                                              | true
                    (((asset_ids[3]) = 2))                                              | unknown
                    (((asset_ids[0]) IS NULL))                                          | true
                    (((labels[1]) = 'a'::text))                                         | unknown
                    (is_string)                                                         | true
                    ((NOT is_string))                                                   | false
                    ((is_string = ANY ('{f,t}'::boolean[])))                            | true
                    (((id = 5) = is_string))                                            | true
                    ((parent_id = 1) OR is_string)                                      | true
                    ((parent_id = 1) AND is_string)                                     | unknown
                    ((parent_id = 1) AND false)                                         | false
                    ((NOT (parent_id = 1)))                                             | unknown
                    ((name = 'pump'))                                                   | true
                    ((name > 'pumP'))                                                   | true
                    ((name <= 'pumpa'))                                                 | true
                    ((external_id = ANY ('{a,"b\\"c","d\\\\e","","NULL"}'::text[])))    | true
                    ((external_id = ANY (E'{"b\\\\"c"}'::text[])))                      | true
                    ((name = E'pu\\x6dp'))                                              | true
                    ((name ^@ 'pu'))                                                    | true
                    (starts_with(name, 'mp'::text))                                     | false
                    ((name ~<~ 'q'))                                                    | true
                    ((name ~>=~ 'q'))                                                   | false
                    ((name::text = 'pump'::character varying))                          | true
                    ((md5(name) = 'af0ad26a3f34ba7fb8f31e2ffe20ac54'::text))            | false
                    ((text_larger(name, 'z'::text) = 'z'::text))                        | true
                    ((value > 1::double precision))                                     | true
                    ((value = 1.5::real))                                               | true
                    ((value = 1.1::real))                                               | false
                    ((value < 'NaN'::double precision))                                 | true
                    ((value > '-Infinity'::double precision))                           | true
                    ((value > (-1e-300)::double precision))                             | true
                    ((value < id))                                                      | true
                    ((id::double precision > 1.5::double precision))                    | true
                    ((id::real = 5::real))                                              | true
                    ((float8(id) = 5::double precision))                                | true
                    ((is_string::integer = 1))                                          | true
                    ((is_string::integer::bigint = id))                                 | false
                    ((id::numeric IS NULL))                                             | false
                    ((value = ANY ('{1.5,NaN}'::double precision[])))                   | true
                    (("timestamp" = '2024-01-01 07:04:56.123456+00'))                   | true
                    (("timestamp" = '2024-01-01 12:34:56.123456+05:30'))                | true
                    (("timestamp" > '2024-01-01 07:04:56.123455+00'))                   | true
                    (("timestamp" < 'infinity'))                                        | true
                    (("timestamp" > '0044-03-15 00:00:00+00 BC'))                       | true
                    (("timestamp" < '294276-12-31 23:59:59.999999+00'))                 | true
                    (("timestamp" = ANY ('{"2024-01-01 07:04:56.123456+00"}'::timestamp with time zone[]))) | true
                    ((CASE WHEN (id = 5) THEN true ELSE is_string END))                 | true
                    (((CASE id WHEN 4 THEN 'a'::text WHEN 5 THEN 'b'::text ELSE NULL::text END) = 'b')) | true
                    (((CASE WHEN (id = 4) THEN 1 ELSE 2 END) = 2))                      | true
                    (booleq(is_string, true))                                           | true
                    (int84lt(id, 6))                                                    | true
                    (timestamptz_gt("timestamp", '2024-01-01 00:00:00+00'::timestamp with time zone)) | true
                    """)
    void isThatOfPostgresql(String sql, Boolean expected) {
        assertThat(condition(sql).evaluate(ROW)).isEqualTo(expected);
    }
}
