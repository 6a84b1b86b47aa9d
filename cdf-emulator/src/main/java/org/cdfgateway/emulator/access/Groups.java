package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;

/** All groups of the project. For any number of threads; changes count from the next request on. */
final class Groups {

    private final Map<Long, Group> byId = new ConcurrentSkipListMap<>();
    private final String project;
    private final RandomText texts;

    Groups(String project, RandomText texts) {
        this.project = project;
        this.texts = texts;
    }

    /**
     * Creates all of them or none.
     *
     * @throws ApiError 400 for what CDF refuses
     */
    List<Group> create(Collection<? extends JsonNode> specs) {
        List<Group> created = new ArrayList<>();
        for (JsonNode spec : specs) {
            created.add(GroupJson.parse(texts.nextId(), spec, project, "items[" + created.size() + "]"));
        }
        created.forEach(group -> byId.put(group.id(), group));
        return created;
    }

    /** Puts a group in the place of another, under its id. */
    void replace(long id, ObjectNode spec) {
        byId.put(id, GroupJson.parse(id, spec, project, "group"));
    }

    /**
     * @param deletable the groups the caller may delete
     * @throws ApiError 400 when one does not exist, 403 when one is not deletable; then none is deleted
     */
    synchronized void delete(Set<Long> ids, Collection<Group> deletable) {
        Set<ObjectNode> missing = new LinkedHashSet<>();
        for (Long id : ids) {
            Group group = byId.get(id);
            if (group == null) {
                missing.add(Json.newObject().put("id", id));
            } else if (!deletable.contains(group)) {
                throw ApiError.forbidden();
            }
        }
        if (!missing.isEmpty()) {
            throw ApiError.missing(400, "Group ids not found", missing);
        }
        byId.keySet().removeAll(ids);
    }

    void remove(long id) {
        byId.remove(id);
    }

    List<Group> all() {
        return List.copyOf(byId.values());
    }

    List<Group> of(EmulatedClient client) {
        return byId.values().stream().filter(group -> group.appliesTo(client)).toList();
    }
}
