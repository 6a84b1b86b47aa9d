package org.cdfgateway.cdf.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonItemsTest {

    private static String json(TableDefinition table, Map<String, Object> given) throws JsonProcessingException {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        given.forEach((column, value) -> values[table.position(column).orElseThrow()] = value);
        List<JsonItems.Written> all = IntStream.range(0, values.length)
                .mapToObj(i -> new JsonItems.Written(i, table.columns().get(i)))
                .toList();
        return JsonMapper.builder().build().writeValueAsString(new JsonItems(List.of(Row.owning(values)), all));
    }

    @Test
    void writesAssets() throws JsonProcessingException {
        assertThat(json(
                        ASSETS,
                        Map.of(
                                "name",
                                "Pump \"1\"",
                                "metadata",
                                "{\"a\": \"b\"}",
                                "labels",
                                List.of("x"),
                                "data_set_id",
                                5L)))
                .isEqualTo("{\"items\":[{\"name\":\"Pump \\\"1\\\"\",\"dataSetId\":5,\"metadata\":{\"a\": \"b\"},"
                        + "\"labels\":[{\"externalId\":\"x\"}]}]}");
    }

    @Test
    void writesEvents() throws JsonProcessingException {
        assertThat(json(EVENTS, Map.of("start_time", 1_780_000_000_000_000L, "asset_ids", List.of(3L, 1L))))
                .isEqualTo("{\"items\":[{\"startTime\":1780000000000,\"assetIds\":[3,1]}]}");
    }
}
