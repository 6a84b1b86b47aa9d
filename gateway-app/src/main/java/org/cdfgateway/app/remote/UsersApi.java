package org.cdfgateway.app.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * The gateway's API over the users of one project. Every call throws {@link GatewayException} IO_ERROR with the gateway's
 * words when it is refused.
 *
 * @param gateway base URL of the gateway's HTTP API
 */
public record UsersApi(URI gateway, String project, Secret token, JsonCalls calls) {

    public UsersApi(URI gateway, String project, Secret token) {
        this(gateway, project, token, new JsonCalls());
    }

    /** @return what the API tells of it, once with its password */
    public JsonNode create(Map<String, ?> credentials) {
        return item(post("", items(Map.of("credentials", credentials))));
    }

    public List<JsonNode> list() {
        List<JsonNode> users = new ArrayList<>();
        String query = "";
        do {
            JsonNode page = calls.get(url(query), token);
            page.path("items").forEach(users::add);
            String cursor = page.path("nextCursor").asText();
            query = cursor.isEmpty() ? "" : "?cursor=" + JsonCalls.encoded(cursor);
        } while (!query.isEmpty());
        return users;
    }

    public JsonNode find(String username) {
        return item(post("/byids", items(Map.of("username", username))));
    }

    public JsonNode update(String username, Map<String, ?> credentials) {
        return item(post(
                "/update",
                items(Map.of("username", username, "update", Map.of("credentials", Map.of("set", credentials))))));
    }

    public void delete(String username, boolean ignoreUnknown) {
        post("/delete", Map.of("items", List.of(Map.of("username", username)), "ignoreUnknownIds", ignoreUnknown));
    }

    /** What a user can do with each table. An extension of this gateway. */
    public List<JsonNode> capabilities(String username) {
        List<JsonNode> capabilities = new ArrayList<>();
        calls.get(url("/capabilities/" + JsonCalls.encoded(username)), token)
                .path("items")
                .forEach(capabilities::add);
        return capabilities;
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return calls.post(url(path), token, body);
    }

    private URI url(String rest) {
        return URI.create(gateway + "/api/v1/projects/" + JsonCalls.encoded(project) + "/postgresgateway" + rest);
    }

    private static Map<String, ?> items(Map<String, ?> item) {
        return Map.of("items", List.of(item));
    }

    private static JsonNode item(JsonNode answer) {
        return answer.path("items").path(0);
    }
}
