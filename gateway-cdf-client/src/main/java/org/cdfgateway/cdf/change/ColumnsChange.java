package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/**
 * The difference between the columns that a sequence has and those it should have, as CDF wants it
 * (reference/cdf-api-resources.md section 7.2):
 *
 * <pre>
 * {"add": [{"externalId": "new", "valueType": "DOUBLE"}],
 *  "remove": [{"externalId": "old"}],
 *  "modify": [{"externalId": "same", "update": {"name": {"set": "x"}, "description": {"setNull": true}}}]}
 * </pre>
 */
final class ColumnsChange {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String KEY = "externalId";
    private static final String TYPE = "valueType";
    private static final String DEFAULT_TYPE = "DOUBLE";
    private static final String METADATA = "metadata";
    private static final List<String> TEXTS = List.of("name", "description");
    private static final List<String> READ_ONLY = List.of("createdTime", "lastUpdatedTime");

    private ColumnsChange() {}

    /**
     * @param current JSON array of CDF's columns
     * @param wanted JSON array of columns in the same form; what CDF decides is ignored in it
     * @return empty when nothing differs
     * @throws GatewayException INVALID_PARAMETER_VALUE for columns without an external id, with one that is given twice,
     *     or with another type than they have
     */
    static Optional<ObjectNode> between(String current, String wanted) {
        Map<String, JsonNode> before = columns(current);
        Map<String, JsonNode> after = columns(wanted);
        ObjectNode change = MAPPER.createObjectNode();
        ArrayNode add = MAPPER.createArrayNode();
        ArrayNode modify = MAPPER.createArrayNode();
        ArrayNode remove = MAPPER.createArrayNode();
        after.forEach((key, column) -> {
            JsonNode known = before.get(key);
            if (known == null) {
                add.add(((ObjectNode) column.deepCopy()).remove(READ_ONLY));
            } else {
                requireSameType(key, known, column);
                ObjectNode update = update(known, column);
                if (!update.isEmpty()) {
                    modify.addObject().put(KEY, key).set("update", update);
                }
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> remove.addObject().put(KEY, key));
        put(change, "add", add);
        put(change, "modify", modify);
        put(change, "remove", remove);
        return change.isEmpty() ? Optional.empty() : Optional.of(change);
    }

    private static void put(ObjectNode change, String name, ArrayNode columns) {
        if (!columns.isEmpty()) {
            change.set(name, columns);
        }
    }

    private static ObjectNode update(JsonNode before, JsonNode after) {
        ObjectNode update = MAPPER.createObjectNode();
        for (String field : TEXTS) {
            if (!before.path(field).asText("").equals(after.path(field).asText(""))) {
                if (after.hasNonNull(field)) {
                    update.putObject(field).set("set", after.get(field));
                } else {
                    update.putObject(field).put("setNull", true);
                }
            }
        }
        JsonNode wanted = after.hasNonNull(METADATA) ? after.get(METADATA) : MAPPER.createObjectNode();
        JsonNode known = before.hasNonNull(METADATA) ? before.get(METADATA) : MAPPER.createObjectNode();
        if (!known.equals(wanted)) {
            update.putObject(METADATA).set("set", wanted);
        }
        return update;
    }

    private static void requireSameType(String key, JsonNode before, JsonNode after) {
        String known = before.path(TYPE).asText(DEFAULT_TYPE);
        String wanted = after.path(TYPE).asText(known);
        if (!known.equals(wanted)) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "the type of column \"" + key + "\" of a sequence cannot change from " + known + " to "
                                    + wanted)
                    .withHint("Remove the column and add one with another external id.");
        }
    }

    private static Map<String, JsonNode> columns(String json) {
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        for (JsonNode column : array(json)) {
            String key = column.path(KEY).asText("");
            if (!column.isObject() || key.isEmpty()) {
                throw refused("each column of a sequence must be an object with an externalId");
            }
            if (columns.put(key, column) != null) {
                throw refused("column \"" + key + "\" of a sequence is given twice");
            }
        }
        return columns;
    }

    private static JsonNode array(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isArray()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw refused("the columns of a sequence must be valid JSON").causedBy(e);
        }
        throw refused("the columns of a sequence must be a JSON array");
    }

    private static GatewayException refused(String message) {
        return new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, message)
                .withHint("Write them as in [{\"externalId\": \"depth\", \"valueType\": \"DOUBLE\"}].");
    }
}
