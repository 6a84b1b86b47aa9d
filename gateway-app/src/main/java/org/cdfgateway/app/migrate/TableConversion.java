package org.cdfgateway.app.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RawSampling;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Turns custom tables of 1.0 into requests that create them in 2.0. */
public final class TableConversion {

    /** Items that one request may hold (reference/postgres-gateway.md section 5.3). */
    private static final int MAX_ITEMS = 10;

    /** What the gateway's own columns on RAW tables begin with. */
    private static final String RESERVED_PREFIX = "_raw_";

    private static final Set<String> BUILT_IN =
            BuiltInTables.ALL.stream().map(TableDefinition::name).collect(Collectors.toUnmodifiableSet());

    private static final JsonMapper JSON = new JsonMapper();

    private final ColumnTypes types;

    private TableConversion(ColumnTypes types) {
        this.types = types;
    }

    /** All columns become text. */
    public static TableConversion asText() {
        return new TableConversion(ColumnTypes.TEXT);
    }

    /** Columns get the types that their values have. */
    public static TableConversion inferring(RawSampling sampling, CdfAccess access) {
        return new TableConversion(ColumnTypes.inferred(sampling, access));
    }

    /**
     * @param requests bodies for {@code POST /postgresgateway/tables/{username}}, each with at most ten tables
     * @param problems tables that were left out, and why; one line each
     */
    public record Result(List<String> requests, List<String> problems) {}

    /** @throws GatewayException when the dump is not JSON, or CDF cannot be asked */
    public Result convert(String dump) {
        List<ObjectNode> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (LegacyDefinition definition : LegacyDump.read(dump)) {
            Optional<String> problem = names.add(definition.name())
                    ? problem(definition)
                    : Optional.of("the dump has another table of that name");
            if (problem.isPresent()) {
                problems.add("table \"" + definition.name() + "\": " + problem.get());
            } else {
                items.add(item(definition));
            }
        }
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < items.size(); i += MAX_ITEMS) {
            requests.add(request(items.subList(i, Math.min(items.size(), i + MAX_ITEMS))));
        }
        return new Result(requests, problems);
    }

    private static Optional<String> problem(LegacyDefinition definition) {
        if (!definition.destination().equals("raw")) {
            return Optional.of("destination " + definition.destination() + " (expected: raw)");
        }
        if (definition.name().isEmpty()
                || definition.database().isEmpty()
                || definition.table().isEmpty()) {
            return Optional.of("name, options.database and options.table are needed");
        }
        if (BUILT_IN.contains(definition.name().toLowerCase(Locale.ROOT))) {
            return Optional.of("2.0 has a table of its own of that name; choose another name");
        }
        Optional<String> reserved = definition.columns().stream()
                .filter(column -> column.startsWith(RESERVED_PREFIX))
                .findFirst();
        if (reserved.isPresent()) {
            return Optional.of("column " + reserved.get() + ": names that begin with _raw_ belong to 2.0");
        }
        return definition
                .primaryKey()
                .filter(key -> !definition.columns().contains(key))
                .map(key -> "primary_key " + key + " is none of its columns");
    }

    private ObjectNode item(LegacyDefinition definition) {
        ObjectNode item = JSON.createObjectNode();
        item.put("type", "raw_rows");
        item.put("tablename", definition.name());
        ObjectNode options = item.putObject("options");
        options.put("database", definition.database());
        options.put("table", definition.table());
        definition.primaryKey().ifPresent(key -> options.put("primaryKey", key));
        ObjectNode columns = item.putObject("columns");
        types.of(definition).forEach((column, type) -> columns.putObject(column).put("type", type));
        return item;
    }

    private static String request(List<ObjectNode> items) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode array = request.putArray("items");
        items.forEach(array::add);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON is always JSON", e);
        }
    }
}
