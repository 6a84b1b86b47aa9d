package org.cdfgateway.cdf.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.junit.jupiter.api.Test;

class SequenceRequestsTest {

    private static Row row(Object sequence, long number, String values) {
        return sequence instanceof Long id
                ? Row.owning(id, null, number, null, values)
                : Row.owning(null, sequence, number, null, values);
    }

    private static List<String> bodies(Row... rows) {
        return SequenceRequests.of(List.of(rows)).stream()
                .map(SequenceRequestsTest::json)
                .toList();
    }

    private static String json(SequenceRequests.Body body) {
        try {
            return JsonMapper.builder().build().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rowsOfASequenceShareTheirColumns() {
        assertThat(bodies(
                        row("c", 1, "{\"a\":1,\"b\":\"x\"}"),
                        row("c", 2, "{\"b\":\"y\",\"a\":null}"),
                        row("d", 1, "{\"a\":1.50}")))
                .containsExactly(
                        "{\"items\":[{\"externalId\":\"c\",\"columns\":[\"a\",\"b\"],\"rows\":["
                                + "{\"rowNumber\":1,\"values\":[1,\"x\"]},{\"rowNumber\":2,\"values\":[null,\"y\"]}]},"
                                + "{\"externalId\":\"d\",\"columns\":[\"a\"],\"rows\":[{\"rowNumber\":1,\"values\":[1.50]}]}]}");
    }

    @Test
    void otherColumnsBeginAnotherRequest() {
        assertThat(bodies(row("c", 1, "{\"a\":1}"), row("c", 2, "{\"b\":1}"))).hasSize(2);
    }

    @Test
    void theLaterVersionOfARowIsSentLater() {
        assertThat(bodies(row("c", 1, "{\"a\":1}"), row("c", 1, "{\"a\":2}"))).hasSize(2);
    }

    @Test
    void sequencesAreNamedInOneWayPerRequest() {
        assertThat(bodies(row("c", 1, "{\"a\":1}"), row(5L, 1, "{\"a\":1}"))).hasSize(2);
    }

    @Test
    void requestsStayWithinCdfsLimits() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            rows.add(row("c", i, "{\"a\":1}"));
        }

        assertThat(SequenceRequests.of(rows).stream().map(SequenceRequests.Body::rows))
                .containsExactly(10_000, 1);
    }
}
