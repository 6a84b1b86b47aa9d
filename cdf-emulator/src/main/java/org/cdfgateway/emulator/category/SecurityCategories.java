package org.cdfgateway.emulator.category;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.resource.IdSource;

/** The security categories of a project by id, with unique names. For any number of threads. */
public final class SecurityCategories {

    private static final int MAX = 1000;

    private final NavigableMap<Long, String> names = new ConcurrentSkipListMap<>();
    private final IdSource ids;

    public SecurityCategories(IdSource ids) {
        this.ids = ids;
    }

    /** Names by id, in the order of ids. */
    NavigableMap<Long, String> all() {
        return names;
    }

    /**
     * Creates all or none.
     *
     * @throws ApiError 409 for names that exist or are given twice, 400 for too many
     */
    synchronized Map<Long, String> create(List<String> wanted) {
        Set<String> seen = new LinkedHashSet<>(names.values());
        List<JsonNode> duplicated = new ArrayList<>();
        for (String name : wanted) {
            if (!seen.add(name)) {
                duplicated.add(Json.newObject().put("name", name));
            }
        }
        if (!duplicated.isEmpty()) {
            throw ApiError.duplicated(409, "Security category names must be unique", duplicated);
        }
        if (seen.size() > MAX) {
            throw ApiError.badRequest("A project can have at most " + MAX + " security categories");
        }
        Map<Long, String> created = new LinkedHashMap<>();
        wanted.forEach(name -> created.put(ids.next(), name));
        names.putAll(created);
        return created;
    }

    /**
     * Deletes all or none.
     *
     * @throws ApiError 400 for unknown ones
     */
    synchronized void delete(Collection<Long> wanted) {
        requireAll(wanted);
        wanted.forEach(names::remove);
    }

    /** @throws ApiError 400 for unknown ones */
    public void requireAll(Collection<Long> wanted) {
        List<JsonNode> missing = new ArrayList<>();
        for (long id : wanted) {
            if (!names.containsKey(id)) {
                ObjectNode json = Json.newObject().put("id", id);
                missing.add(json);
            }
        }
        if (!missing.isEmpty()) {
            throw ApiError.missing(400, "Security categories not found", missing);
        }
    }
}
