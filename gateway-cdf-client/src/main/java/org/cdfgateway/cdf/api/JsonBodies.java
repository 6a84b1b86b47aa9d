package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Bodies to and from JSON: records by Jackson, {@code byte[]} and {@link Answer} as they are. */
final class JsonBodies implements Encoder, Decoder {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public void encode(Object body, Type type, RequestTemplate template) {
        try {
            if (body instanceof byte[] binary) {
                template.body(binary, null);
            } else {
                template.body(MAPPER.writeValueAsBytes(body), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a body of " + type + " cannot be written as JSON", e);
        }
    }

    @Override
    public Object decode(Response response, Type type) throws IOException {
        if (type == Answer.class) {
            return new Answer(response.body());
        }
        try (InputStream body = response.body().asInputStream()) {
            return MAPPER.readValue(body, MAPPER.constructType(type));
        }
    }
}
