package org.cdfgateway.sql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.sql.remote.statement.Conditions.condition;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ((id = 5))                                          | id = 5
                    ((5 < id))                                          | id > 5
                    ((id = 5)) AND ((name = 'a'))                       | (id = 5 AND name = a)
                    ((id = 5)) AND ((md5(name) = 'x'::text))            | id = 5
                    ((md5(name) = 'x'::text))                           | true
                    (((id = 5) OR (name = 'x')))                        | (id = 5 OR name = x)
                    (((id = 5) OR (md5(name) = 'x'::text)))             | true
                    ((NOT ((id = 5) OR (name IS NULL))))                | (id <> 5 AND name IS NOT NULL)
                    ((NOT ((id < 5) AND (id >= 3))))                    | (id >= 5 OR id < 3)
                    ((NOT (md5(name) = 'x'::text)))                     | true
                    (is_string)                                         | is_string = true
                    ((NOT is_string))                                   | is_string = false
                    ((id = ANY ('{1,2,NULL,2}'::bigint[])))             | id IN (1, 2)
                    ((id = ANY ('{7}'::bigint[])))                      | id = 7
                    ((id = ANY ('{}'::bigint[])))                       | false
                    ((id <> ALL ('{1,2}'::bigint[])))                   | id IS NOT NULL
                    ((id <> ALL ('{1,NULL}'::bigint[])))                | false
                    ((id <> ALL ('{}'::bigint[])))                      | true
                    ((id > ANY ('{1,2}'::bigint[])))                    | (id > 1 OR id > 2)
                    ((id > ALL ('{1,2}'::bigint[])))                    | (id > 1 AND id > 2)
                    ((id > ALL ('{1,NULL}'::bigint[])))                 | false
                    ((id IS DISTINCT FROM 5::bigint))                   | (id IS NULL OR id <> 5)
                    ((NOT (name IS DISTINCT FROM 'x'::text)))           | name = x
                    ((id = NULL::bigint))                               | false
                    ((id = parent_id))                                  | true
                    ((value > 1))                                       | value > 1.0
                    ((id > 1.5::double precision))                      | true
                    ((5 = ANY (asset_ids)))                             | true
                    ((metadata IS NULL))                                | metadata IS NULL
                    ((CASE WHEN (id = 5) THEN true ELSE false END))     | true
                    ((id = ((SELECT null::bigint)::bigint)))            | true
                    false                                               | false
                    """)
    void keepsWhatCanBeSaid(String sql, String predicate) {
        assertThat(Pushdown.whereTrue(condition(sql))).hasToString(predicate);
    }
}
