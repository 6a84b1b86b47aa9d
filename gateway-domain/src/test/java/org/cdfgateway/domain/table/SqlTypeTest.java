package org.cdfgateway.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SqlTypeTest {

    @Test
    void writesTypesAsDdlDoes() {
        assertThat(SqlType.BIGINT.ddl()).isEqualTo("bigint");
        assertThat(SqlType.TIMESTAMPTZ.ddl()).isEqualTo("timestamp with time zone");
        assertThat(SqlType.varchar(255).ddl()).isEqualTo("character varying(255)");
        assertThat(SqlType.varcharArray(64).ddl()).isEqualTo("character varying(64)[]");
        assertThat(SqlType.BIGINT_ARRAY.ddl()).isEqualTo("bigint[]");
    }

    @Test
    void onlyTextHasALength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SqlType(ColumnType.BIGINT, OptionalInt.of(5)))
                .withMessage("length 5 on BIGINT (expected: none)");
    }
}
