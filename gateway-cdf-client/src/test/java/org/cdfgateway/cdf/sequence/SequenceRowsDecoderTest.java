package org.cdfgateway.cdf.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.row.Row;
import org.junit.jupiter.api.Test;

class SequenceRowsDecoderTest {

    private static RowPage decoded(String json) throws IOException {
        return SequenceRowsDecoder.decode(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void putsColumnsAndValuesTogether() throws IOException {
        RowPage page = decoded("""
                {"id": 5, "externalId": "curve", "columns": [{"externalId": "flow", "valueType": "DOUBLE"},
                  {"externalId": "a\\"b", "name": "x"}], "rows": [{"rowNumber": 1, "values": [1.50, "ø"]},
                  {"rowNumber": 9007199254740993, "values": [null, "t"]}], "nextCursor": "c"}""");

        assertThat(page.nextCursor()).isEqualTo("c");
        assertThat(page.rows())
                .containsExactly(
                        Row.owning(5L, "curve", 1L, "[\"flow\",\"a\\\"b\"]", "{\"flow\":1.50,\"a\\\"b\":\"ø\"}"),
                        Row.owning(5L, "curve", 9_007_199_254_740_993L, "[\"a\\\"b\"]", "{\"a\\\"b\":\"t\"}"));
    }

    @Test
    void takesFieldsInAnyOrder() throws IOException {
        RowPage page = decoded(
                "{\"rows\": [{\"values\": [1], \"rowNumber\": 2}], \"columns\": [{\"name\": \"old\"}], \"id\": 5}");

        assertThat(page.nextCursor()).isNull();
        assertThat(page.rows()).containsExactly(Row.owning(5L, null, 2L, "[\"old\"]", "{\"old\":1}"));
    }

    @Test
    void refusesBodiesOfAnotherShape() {
        assertThatIOException().isThrownBy(() -> decoded("[]"));
        assertThatIOException().isThrownBy(() -> decoded("{\"rows\": 5}"));
        assertThatIOException().isThrownBy(() -> decoded("{\"rows\": ["));
    }
}
