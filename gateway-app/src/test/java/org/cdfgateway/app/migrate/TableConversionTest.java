package org.cdfgateway.app.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.RawSampling;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.RawSample;
import org.cdfgateway.domain.table.custom.SampledColumn;
import org.junit.jupiter.api.Test;

class TableConversionTest {

    private static final String PUMPS = """
            {"id": 7, "destination": "raw", "name": "pumps", "columns": ["tag", "pressure", "ok", "seen", "tags", "other", "mixed"],
             "options": {"primary_key": "tag", "database": "src", "table": "t"}}
            """;

    @Test
    void columnsBecomeText() {
        TableConversion.Result result = TableConversion.asText().convert("{\"items\": [" + PUMPS + "]}");

        assertThat(result.problems()).isEmpty();
        assertThat(result.requests()).singleElement().asString().isEqualToIgnoringWhitespace("""
                {"items": [{
                  "type": "raw_rows", "tablename": "pumps",
                  "options": {"database": "src", "table": "t", "primaryKey": "tag"},
                  "columns": {
                    "tag": {"type": "TEXT"}, "pressure": {"type": "TEXT"}, "ok": {"type": "TEXT"},
                    "seen": {"type": "TEXT"}, "tags": {"type": "TEXT"}, "other": {"type": "TEXT"},
                    "mixed": {"type": "TEXT"}}}]}
                """);
    }

    @Test
    void columnsGetTheTypesOfTheirValues() {
        RawSampling sampling = (database, table, maxRows, access) -> new RawSample(
                2,
                true,
                List.of(
                        new SampledColumn("pressure", Map.of(), CustomColumnType.DOUBLE_PRECISION),
                        new SampledColumn("tags", Map.of(), CustomColumnType.TEXT_ARRAY),
                        new SampledColumn("undeclared", Map.of(), CustomColumnType.JSON)));

        String request = TableConversion.inferring(sampling, new TokenAccess("p", new Secret("t")))
                .convert(PUMPS)
                .requests()
                .get(0);

        assertThat(request.replaceAll("\\s+", ""))
                .contains("\"tag\":{\"type\":\"TEXT\"}")
                .contains("\"pressure\":{\"type\":\"DOUBLEPRECISION\"}")
                .contains("\"tags\":{\"type\":\"TEXT[]\"}")
                .doesNotContain("undeclared");
    }

    @Test
    void atMostTenTablesGoIntoOneRequest() {
        StringBuilder dump = new StringBuilder("[");
        for (int i = 0; i < 11; i++) {
            dump.append(i == 0 ? "" : ",").append(PUMPS.replace("pumps", "pumps" + i));
        }

        assertThat(TableConversion.asText().convert(dump + "]").requests()).hasSize(2);
    }

    @Test
    void saysWhyATableIsLeftOut() {
        String dump = "["
                + PUMPS.replace("\"raw\"", "\"clean\"") + ","
                + PUMPS.replace("\"pumps\"", "\"raw_rows\"") + ","
                + PUMPS.replace("\"pumps\"", "\"a\"").replace("\"mixed\"", "\"_raw_key\"") + ","
                + PUMPS.replace("\"pumps\"", "\"b\"").replace("primary_key\": \"tag", "primary_key\": \"id") + ","
                + PUMPS.replace("\"pumps\"", "\"c\"").replace("\"src\"", "\"\"") + ","
                + PUMPS + "]";

        TableConversion.Result result = TableConversion.asText().convert(dump);

        assertThat(result.problems())
                .containsExactly(
                        "table \"pumps\": destination clean (expected: raw)",
                        "table \"raw_rows\": 2.0 has a table of its own of that name; choose another name",
                        "table \"a\": column _raw_key: names that begin with _raw_ belong to 2.0",
                        "table \"b\": primary_key id is none of its columns",
                        "table \"c\": name, options.database and options.table are needed",
                        "table \"pumps\": the dump has another table of that name");
        assertThat(result.requests()).isEmpty();
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> TableConversion.asText().convert("raw"))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("the dump is not JSON (line 1, column ");
    }
}
