package org.cdfgateway.app.cli.users;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A gateway user as a command shows it. */
record ShownUser(JsonNode user) {
    private static final List<String> TIMES = List.of("createdTime", "lastUpdatedTime");

    /** The API's JSON on a line. */
    String json() {
        return user.toString();
    }

    /** {@code name: value} on lines, times for people. */
    String text() {
        return user.properties().stream()
                .map(field -> field.getKey() + ": " + value(field.getKey(), field.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Name, creation, update and identity on a line. */
    String line() {
        JsonNode client = user.path("clientCredentials");
        String identity = client.isMissingNode()
                ? "session " + user.path("sessionId").asText()
                : "client " + client.path("clientId").asText();
        return String.join(
                "  ",
                user.path("username").asText(),
                value("createdTime", user.path("createdTime")),
                value("lastUpdatedTime", user.path("lastUpdatedTime")),
                identity);
    }

    private static String value(String name, JsonNode value) {
        if (TIMES.contains(name)) {
            return Instant.ofEpochMilli(value.asLong()).toString();
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
