package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.right.Scope;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.right.TableName;
import org.cdfgateway.emulator.schema.Violations;

/**
 * Capabilities as groups write them (reference/cdf-api-data.md section 5.3).
 *
 * <pre>{"rawAcl": {"actions": ["READ"], "scope": {"tableScope": {"dbsToTables": {"db": {"tables": ["t"]}}}}}}</pre>
 */
final class CapabilityJson {

    private static final String PROJECTS = "projectUrlNames";

    private CapabilityJson() {}

    /**
     * What the entry gives in the project; nothing when it names other projects only, or when the list or its scope is
     * one that no call here asks for.
     *
     * @throws ApiError 400 for a known list with actions or scopes that it does not have
     */
    static Optional<Capability> parse(JsonNode entry, String project, String path) {
        if (!entry.isObject()) {
            throw Violations.wrongType(path, "object", entry);
        }
        Map.Entry<String, JsonNode> acl = aclOf(entry, path);
        String aclPath = path + "." + acl.getKey();
        Set<String> actions = actions(acl.getValue().path("actions"), aclPath);
        JsonNode scope = acl.getValue().path("scope");
        if (!scope.isObject() || scope.size() != 1) {
            throw ApiError.badRequest(aclPath + ".scope must have exactly one member");
        }
        Optional<Scope> parsed = scope(scope.properties().iterator().next(), aclPath + ".scope");
        KnownAcl.of(acl.getKey()).ifPresent(known -> check(known, actions, scope, parsed, aclPath));
        return isFor(project, entry.path(PROJECTS))
                ? parsed.map(found -> new Capability(acl.getKey(), actions, found))
                : Optional.empty();
    }

    private static Map.Entry<String, JsonNode> aclOf(JsonNode entry, String path) {
        List<Map.Entry<String, JsonNode>> lists = entry.properties().stream()
                .filter(member -> !member.getKey().equals(PROJECTS))
                .toList();
        if (lists.size() != 1 || !lists.get(0).getValue().isObject()) {
            throw ApiError.badRequest(path + " must have exactly one access control list");
        }
        return lists.get(0);
    }

    private static Set<String> actions(JsonNode json, String path) {
        if (!json.isArray() || json.isEmpty()) {
            throw ApiError.badRequest(path + ".actions must be an array of at least one action");
        }
        Set<String> actions = new LinkedHashSet<>();
        json.forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private static void check(
            KnownAcl known, Set<String> actions, JsonNode scope, Optional<Scope> parsed, String path) {
        for (String action : actions) {
            if (!known.actions().contains(action)) {
                throw ApiError.badRequest(path + " has no action " + action + ", only " + known.actions());
            }
        }
        if (parsed.isEmpty() || !known.scopes().contains(parsed.get().kind())) {
            throw ApiError.badRequest(
                    path + " cannot be scoped by " + scope.fieldNames().next());
        }
    }

    private static boolean isFor(String project, JsonNode projects) {
        if (!projects.isObject()) {
            return true;
        }
        for (JsonNode name : projects.path("urlNames")) {
            if (name.asText().equals(project)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Scope> scope(Map.Entry<String, JsonNode> scope, String path) {
        return ScopeKind.of(scope.getKey())
                .map(kind -> Scope.of(kind, members(kind, scope.getValue(), path + "." + scope.getKey())));
    }

    private static Set<Object> members(ScopeKind kind, JsonNode scope, String path) {
        Set<Object> members = new LinkedHashSet<>();
        JsonNode list = scope.path(kind.list());
        switch (kind.members()) {
            case NONE -> {}
            case TEXTS -> array(list, path).forEach(text -> members.add(text.asText()));
            case NUMBERS -> array(list, path).forEach(number -> members.add(number(number, path)));
            case TABLES -> {
                if (!list.isObject()) {
                    throw Violations.wrongType(path, "object", list);
                }
                list.properties().forEach(database -> members.addAll(tables(database)));
            }
        }
        return members;
    }

    private static JsonNode array(JsonNode list, String path) {
        if (!list.isArray()) {
            throw Violations.wrongType(path, "array", list);
        }
        return list;
    }

    /** Also accepted as text. */
    private static Long number(JsonNode number, String path) {
        try {
            return Long.valueOf(number.asText());
        } catch (NumberFormatException e) {
            throw Violations.wrongType(path, "integer", number);
        }
    }

    /** {@code {"tables": ["t"]}}, {@code ["t"]}, or without any table for all of the database. */
    private static List<TableName> tables(Map.Entry<String, JsonNode> database) {
        List<TableName> tables = new ArrayList<>();
        JsonNode names = database.getValue().isArray()
                ? database.getValue()
                : database.getValue().path("tables");
        names.forEach(name -> tables.add(new TableName(database.getKey(), name.asText())));
        return tables.isEmpty() ? List.of(new TableName(database.getKey(), null)) : tables;
    }

    static ObjectNode of(Capability capability) {
        ObjectNode entry = Json.newObject();
        ObjectNode acl = entry.putObject(capability.acl());
        ArrayNode actions = acl.putArray("actions");
        capability.actions().stream().sorted().forEach(actions::add);
        Scope scope = capability.scope();
        ObjectNode kind = acl.putObject("scope").putObject(scope.kind().key());
        String list = scope.kind().list();
        switch (scope.kind().members()) {
            case NONE -> {}
            case NUMBERS -> {
                ArrayNode ids = kind.putArray(list);
                scope.members().forEach(id -> ids.add((Long) id));
            }
            case TEXTS -> {
                ArrayNode texts = kind.putArray(list);
                scope.members().forEach(text -> texts.add((String) text));
            }
            case TABLES -> {
                ObjectNode databases = kind.putObject(list);
                scope.members().forEach(table -> put(databases, (TableName) table));
            }
        }
        return entry;
    }

    private static void put(ObjectNode databases, TableName table) {
        ArrayNode tables = databases.withObjectProperty(table.database()).withArrayProperty("tables");
        if (table.table() != null) {
            tables.add(table.table());
        }
    }
}
