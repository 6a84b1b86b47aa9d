package org.cdfgateway.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TableDefinitionTest {
    private static final TableDefinition WELLS = TableDefinition.table("wells", "Wells")
            .column("id", SqlType.BIGINT, "id", WriteRule.READ_ONLY, Set.of(Pushable.LOOKUP), "Id")
            .column("name", SqlType.varchar(50), "name", WriteRule.REQUIRED, Set.of(), "Name")
            .build();

    @Test
    void columnsKeepTheirOrder() {
        assertThat(WELLS.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(WELLS.position("name")).hasValue(1);
    }

    @Test
    void anUnknownColumnHasNoPosition() {
        assertThat(WELLS.position("depth")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WELLS.column("depth"))
                .withMessage("no column depth in wells");
    }

    @Test
    void fetchesAtLeastOneRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TableDefinition.table("wells", "Wells").fetchSize(0).build())
                .withMessage("fetchSize: 0 (expected: >= 1)");
    }
}
