package org.cdfgateway.app.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /openapi.json} describes the API, and {@code GET /} says where. */
public final class ApiDocument {
    private static final String RESOURCE = "openapi.json";

    private ApiDocument() {}

    public static List<Route> routes() {
        Map<String, Object> document = read();
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("name", "CDF PostgreSQL gateway");
        index.put("openapi", "/openapi.json");
        index.put("health", "/health");
        index.put("ready", "/ready");
        return List.of(
                new Route("GET", "/", request -> AdminResponse.ok(index)),
                new Route("GET", "/openapi.json", request -> AdminResponse.ok(document)));
    }

    private static Map<String, Object> read() {
        try (InputStream stream = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + ApiDocument.class);
            }
            return new JsonMapper().readValue(stream, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
    }
}
