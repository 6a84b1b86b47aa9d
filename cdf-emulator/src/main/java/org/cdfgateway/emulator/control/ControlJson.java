package org.cdfgateway.emulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;

/** The control API's bodies: records as they are, durations as milliseconds, lists as {@code {"items": [...]}}. */
final class ControlJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, new StdDelegatingSerializer(Duration.class, new ToMillis()))
                    .addDeserializer(Duration.class, new StdDelegatingDeserializer<>(new FromMillis())))
            .build();

    private ControlJson() {}

    private static final class ToMillis extends StdConverter<Duration, Long> {
        @Override
        public Long convert(Duration value) {
            return value.toMillis();
        }
    }

    private static final class FromMillis extends StdConverter<Long, Duration> {
        @Override
        public Duration convert(Long value) {
            return Duration.ofMillis(value);
        }
    }

    /** @throws ApiError 400 for what is no such value */
    static <T> T value(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(e.getOriginalMessage());
        }
    }

    /** @throws ApiError 400 for what are no such values */
    static <T> List<T> items(JsonNode body, Class<T> type) {
        if (!body.path("items").isArray()) {
            throw ApiError.badRequest("Expected {\"items\": [...]}");
        }
        List<T> values = new ArrayList<>();
        body.path("items").forEach(item -> values.add(value(item, type)));
        return values;
    }

    static Answer answer(Object value) {
        return Answer.ok(out -> out.writeRawValue(MAPPER.writeValueAsString(value)));
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    record Items<T>(List<T> items) {}

    static Answer answer(List<?> values) {
        return answer(new Items<>(values));
    }
}
