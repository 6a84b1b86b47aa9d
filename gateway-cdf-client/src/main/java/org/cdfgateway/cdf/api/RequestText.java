package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Parts of requests as people read them: the JSON that CDF gets, with the fields in alphabetical order. */
public final class RequestText {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestText() {}

    /** @param part of a request's body */
    public static String of(Object part) {
        try {
            return MAPPER.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + part.getClass() + " cannot be written as JSON", e);
        }
    }
}
