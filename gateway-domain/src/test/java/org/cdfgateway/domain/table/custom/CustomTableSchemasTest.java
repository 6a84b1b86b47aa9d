package org.cdfgateway.domain.table.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.table.TableName;
import org.junit.jupiter.api.Test;

class CustomTableSchemasTest {

    @Test
    void tablesInPublicKeepTheirNames() {
        TableName pumps = new TableName("public", "My pumps-1");

        assertThat(CustomTableSchemas.foreignTable(pumps)).isEqualTo(new TableName("cdf_custom", "My pumps-1"));
        assertThat(CustomTableSchemas.copyTarget(pumps)).isEqualTo(new TableName("cdf_custom_copy", "My pumps-1"));
    }

    @Test
    void tablesOfModelsHaveTheSchemaInTheirNames() {
        assertThat(CustomTableSchemas.foreignTable(new TableName("plant.v1", "Pump")))
                .isEqualTo(new TableName("cdf_models", "plant.v1.Pump"));
        assertThat(CustomTableSchemas.copyTarget(new TableName("plant", "Pump")))
                .isEqualTo(new TableName("cdf_models_copy", "plant.Pump"));
    }

    @Test
    void longNamesStayApartAndFit() {
        String schema = "s".repeat(63);
        TableName first = CustomTableSchemas.foreignTable(new TableName(schema, "A"));
        TableName second = CustomTableSchemas.foreignTable(new TableName(schema, "B"));

        assertThat(first).isNotEqualTo(second);
        assertThat(first.name()).hasSize(63).doesNotContain(".");
    }

    @Test
    void countsBytesNotLetters() {
        assertThat(CustomTableSchemas.isTooLong("ä".repeat(31))).isFalse();
        assertThat(CustomTableSchemas.isTooLong("ä".repeat(32))).isTrue();
    }
}
