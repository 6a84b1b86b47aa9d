package org.cdfgateway.app.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * Reads what 1.0 answered about its custom tables: {@code {"items": [...]}}, a list, or one table:
 *
 * <pre>
 * {"destination": "raw", "name": "pumps", "columns": ["tag", "pressure"],
 *  "options": {"primary_key": "tag", "database": "src", "table": "pumps"}}
 * </pre>
 */
final class LegacyDump {

    private static final JsonMapper JSON = new JsonMapper();

    private LegacyDump() {}

    /** @throws GatewayException INVALID_PARAMETER_VALUE when it is not such JSON */
    static List<LegacyDefinition> read(String json) {
        JsonNode root = parse(json);
        JsonNode items = root.has("items") ? root.get("items") : root;
        List<LegacyDefinition> definitions = new ArrayList<>();
        if (items.isArray()) {
            items.forEach(item -> definitions.add(definition(item)));
        } else {
            definitions.add(definition(items));
        }
        return definitions;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "the dump is not JSON (line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + ")")
                    .causedBy(e);
        }
    }

    private static LegacyDefinition definition(JsonNode item) {
        JsonNode options = item.path("options");
        List<String> columns = new ArrayList<>();
        item.path("columns")
                .forEach(column -> columns.add(column.isTextual() ? column.asText() : text(column, "name")));
        return new LegacyDefinition(
                text(item, "destination"),
                text(item, "name"),
                columns,
                Optional.of(text(options, "primary_key")).filter(key -> !key.isEmpty()),
                text(options, "database"),
                text(options, "table"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
