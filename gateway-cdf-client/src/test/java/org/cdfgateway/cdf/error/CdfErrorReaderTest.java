package org.cdfgateway.cdf.error;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CdfErrorReaderTest {

    private static CdfError read(int status, String body) {
        return CdfErrorReader.read(Response.builder()
                .request(Request.create(
                        Request.HttpMethod.GET, "http://cdf.test", Map.of(), null, StandardCharsets.UTF_8, null))
                .status(status)
                .headers(Map.of("x-request-id", List.of("r-1")))
                .body(body, StandardCharsets.UTF_8)
                .build());
    }

    @Test
    void readsTheWrappedForm() {
        CdfError error = read(400, """
                {"error": {"code": 400, "message": "Asset id not found",
                           "missing": [{"id": 1}, {"externalId": "a"}], "notices": []}}
                """);

        assertThat(error.message()).isEqualTo("Asset id not found");
        assertThat(error.missing()).containsExactly("id: 1", "externalId: a");
        assertThat(error.requestId()).contains("r-1");
        assertThat(error.autoRetryable()).isFalse();
    }

    @Test
    void readsTheFormWithoutWrapper() {
        CdfError error = read(400, "{\"code\": 400, \"message\": \"bad\", \"missingFields\": [\"items[0].name\"]}");

        assertThat(error.message()).isEqualTo("bad");
        assertThat(error.missingFields()).containsExactly("items[0].name");
    }

    @Test
    void readsDuplicates() {
        CdfError error = read(
                409,
                "{\"error\": {\"code\": 409, \"message\": \"m\", \"duplicated\": [{\"id\": 1, \"externalId\": \"a\"}]}}");

        assertThat(error.duplicated()).containsExactly("id: 1, externalId: a");
    }

    @Test
    void readsAPlainText() {
        assertThat(read(400, "{\"error\": \"no\"}").message()).isEqualTo("no");
    }

    @Test
    void keepsWhatIsNotJson() {
        assertThat(read(502, "<html>Bad gateway</html>").message()).isEqualTo("<html>Bad gateway</html>");
    }

    @Test
    void acceptsNothingAtAll() {
        assertThat(read(429, "").message()).isEmpty();
    }

    @Test
    void readsTheFlagInTheBody() {
        assertThat(read(409, "{\"error\": {\"isAutoRetryable\": true}}").autoRetryable())
                .isTrue();
    }

    @Test
    void shortensLongTexts() {
        assertThat(read(500, "x".repeat(5_000)).message()).hasSize(1_003).endsWith("x...");
    }
}
