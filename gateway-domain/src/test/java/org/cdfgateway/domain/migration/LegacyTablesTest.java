package org.cdfgateway.domain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.junit.jupiter.api.Test;

class LegacyTablesTest {

    @Test
    void twelveTablesHadAPlaceInVersionOne() {
        assertThat(VersionMapping.PRODUCT.legacyTables())
                .extracting(LegacyTable::name)
                .containsExactly(
                        "assets",
                        "events",
                        "extraction_pipeline_runs",
                        "extraction_pipelines",
                        "files",
                        "labels",
                        "sequences",
                        "sequence_rows",
                        "datapoints",
                        "timeseries",
                        "raw",
                        "relationships");
    }

    @Test
    void rawHasItsOldColumns() {
        assertThat(names("raw")).containsExactly("database", "table", "key", "columns");
        assertThat(legacy("raw").addedColumns()).containsExactly("_raw_last_updated_time");
    }

    @Test
    void removedColumnsComeLast() {
        assertThat(legacy("timeseries").hasRemovedColumns()).isTrue();
        assertThat(names("timeseries")).endsWith("legacy_name");
    }

    @Test
    void addedColumnsWereNotThere() {
        assertThat(names("assets")).contains("name", "root_id").doesNotContain("created_time", "last_updated_time");
    }

    @Test
    void pointsOfVersionOneWereNumbers() {
        assertThat(legacy("datapoints").successor().name()).isEqualTo("double_datapoints");
        assertThat(legacy("datapoints").hasRenamedColumns()).isFalse();
    }

    private static List<String> names(String table) {
        return legacy(table).columns().stream().map(LegacyColumn::name).toList();
    }

    private static LegacyTable legacy(String name) {
        return LegacyTables.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
