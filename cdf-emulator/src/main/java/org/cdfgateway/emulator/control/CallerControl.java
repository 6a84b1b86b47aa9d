package org.cdfgateway.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;

/** Clients, groups, sessions. Secrets go in and never come out. */
final class CallerControl {

    private final AccessControl access;

    CallerControl(AccessControl access) {
        this.access = access;
    }

    void addTo(Routes routes) {
        Admission open = Admission.open();
        routes.absolute("GET", "/clients", open, call -> clients())
                .absolute("PUT", "/clients/{id}", open, this::putClient)
                .absolute("DELETE", "/clients/{id}", open, call -> {
                    access.remove(call.variable("id"));
                    return Answer.done();
                })
                .absolute("DELETE", "/clients/{id}/tokens", open, call -> {
                    access.revokeTokens(call.variable("id"));
                    return Answer.done();
                })
                .absolute("GET", "/groups", open, call -> ControlJson.answer(access.groups()))
                .absolute("POST", "/groups", open, this::postGroups)
                .absolute("DELETE", "/sessions/{id}", open, call -> {
                    access.revokeSession(call.idVariable("id"));
                    return Answer.done();
                })
                .absolute("DELETE", "/groups/{id}", open, call -> {
                    access.removeGroup(call.idVariable("id"));
                    return Answer.done();
                });
    }

    record Shown(String id, Set<String> groupIds, List<Long> groups) {}

    private Answer clients() {
        return ControlJson.answer(access.clients().stream()
                .sorted(Comparator.comparing(EmulatedClient::id))
                .map(client -> new Shown(client.id(), new TreeSet<>(client.groupIds()), access.groupsOf(client.id())))
                .toList());
    }

    private Answer putClient(Call call) {
        ObjectNode body = call.json();
        if (!body.path("secret").isTextual()) {
            throw ApiError.missingFields(List.of("secret"));
        }
        Set<String> groupIds = new TreeSet<>();
        for (JsonNode groupId : body.path("groupIds")) {
            groupIds.add(groupId.asText());
        }
        access.put(new EmulatedClient(
                call.variable("id"),
                body.path("secret").textValue(),
                access.capabilities(body.path("capabilities")),
                groupIds));
        return clients();
    }

    private Answer postGroups(Call call) {
        access.createGroups(ControlJson.items(call.json(), ObjectNode.class));
        return ControlJson.answer(access.groups());
    }
}
