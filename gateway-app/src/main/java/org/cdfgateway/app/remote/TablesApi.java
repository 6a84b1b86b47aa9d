package org.cdfgateway.app.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * The gateway's API over the custom tables of one gateway user. Every call throws {@link GatewayException} IO_ERROR with the
 * gateway's words when it is refused.
 *
 * @param gateway base URL of the gateway's HTTP API
 */
public record TablesApi(URI gateway, String project, Secret token, String username) {
    private static final JsonCalls CALLS = new JsonCalls();

    /** Items that one request may hold. */
    private static final int MAX_ITEMS = 10;

    public List<JsonNode> list(boolean withBuiltIns) {
        List<JsonNode> tables = new ArrayList<>();
        String query = "?includeBuiltIns=" + withBuiltIns;
        String cursor = "";
        do {
            JsonNode page = CALLS.get(url(query + cursor), token);
            page.path("items").forEach(tables::add);
            String next = page.path("nextCursor").asText();
            cursor = next.isEmpty() ? "" : "&cursor=" + JsonCalls.encoded(next);
        } while (!cursor.isEmpty());
        return tables;
    }

    public JsonNode find(String tablename) {
        return post("/byids", Map.of("items", List.of(Map.of("tablename", tablename))))
                .path("items")
                .path(0);
    }

    /** Creates tables in requests of ten, each of which creates all of its tables or none. */
    public List<JsonNode> create(List<JsonNode> items) {
        List<JsonNode> created = new ArrayList<>();
        for (int i = 0; i < items.size(); i += MAX_ITEMS) {
            post("", Map.of("items", items.subList(i, Math.min(items.size(), i + MAX_ITEMS))))
                    .path("items")
                    .forEach(created::add);
        }
        return created;
    }

    public void delete(List<String> tablenames, boolean ignoreUnknown) {
        for (int i = 0; i < tablenames.size(); i += MAX_ITEMS) {
            List<Map<String, String>> items = tablenames.subList(i, Math.min(tablenames.size(), i + MAX_ITEMS)).stream()
                    .map(name -> Map.of("tablename", name))
                    .toList();
            post("/delete", Map.of("items", items, "ignoreUnknownIds", ignoreUnknown));
        }
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return CALLS.post(url(path), token, body);
    }

    private URI url(String rest) {
        return URI.create(gateway + "/api/v1/projects/" + JsonCalls.encoded(project) + "/postgresgateway/tables/"
                + JsonCalls.encoded(username) + rest);
    }
}
