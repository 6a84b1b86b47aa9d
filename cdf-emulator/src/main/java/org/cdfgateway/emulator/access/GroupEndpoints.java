package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.schema.Violations;

/** The HTTP calls on groups (reference/cdf-api-data.md section 5.1). */
final class GroupEndpoints {

    private static final String ACL = "groupsAcl";
    private static final int MAX_ITEMS = 1000;

    private final Clients clients;
    private final Groups groups;

    GroupEndpoints(Clients clients, Groups groups) {
        this.clients = clients;
        this.groups = groups;
    }

    void addTo(Routes routes) {
        routes.project("GET", "/groups", Admission.anyCaller(), this::list)
                .project("POST", "/groups", Admission.needs(ACL, "CREATE"), this::create)
                .project("POST", "/groups/delete", Admission.needs(ACL, "DELETE"), this::delete);
    }

    /** Everybody sees their own groups, those who may list see all of them when they ask for that. */
    private Answer list(Call call) {
        List<Group> own = clients.groupsOf(call.caller().clientId());
        if (!call.flag("all")) {
            return answer(200, own);
        }
        Reach reach = call.reach(ACL, "LIST");
        if (reach.isNothing()) {
            throw ApiError.forbidden();
        }
        return answer(200, reach.isEverything() ? groups.all() : own);
    }

    private Answer create(Call call) {
        return answer(201, groups.create(RequestItems.of(call.json().path("items"), MAX_ITEMS)));
    }

    private Answer delete(Call call) {
        Reach reach = call.reach(ACL, "DELETE");
        groups.delete(
                ids(call.json().path("items")),
                reach.isEverything()
                        ? groups.all()
                        : clients.groupsOf(call.caller().clientId()));
        return Answer.done();
    }

    private static Set<Long> ids(JsonNode items) {
        if (!items.isArray()) {
            throw Violations.wrongType("items", "array", items);
        }
        Violations violations = new Violations();
        violations.requireSize("items", items.size(), 1, MAX_ITEMS);
        violations.check();
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode id : items) {
            if (!id.isIntegralNumber()) {
                throw Violations.wrongType("items[" + ids.size() + "]", "integer", id);
            }
            if (!ids.add(id.longValue())) {
                throw ApiError.badRequest("items must be unique: " + id);
            }
        }
        return ids;
    }

    private static Answer answer(int status, List<Group> groups) {
        return Answer.json(status, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Group group : groups) {
                out.writeRawValue(group.json().toString());
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
