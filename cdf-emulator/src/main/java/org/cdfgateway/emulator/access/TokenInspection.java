package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;

/** {@code GET /api/v1/token/inspect}: the capabilities of the caller's groups, as the groups write them (section 3). */
final class TokenInspection {

    private final Clients clients;
    private final String project;

    TokenInspection(Clients clients, String project) {
        this.clients = clients;
        this.project = project;
    }

    Answer answer(Call call) {
        String clientId = call.caller().clientId();
        List<Group> groups = clients.groupsOf(clientId);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringField("subject", clientId);
            out.writeArrayFieldStart("projects");
            if (!groups.isEmpty()) {
                out.writeStartObject();
                out.writeStringField("projectUrlName", project);
                out.writeArrayFieldStart("groups");
                for (Group group : groups) {
                    out.writeNumber(group.id());
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("capabilities");
            for (Group group : groups) {
                for (JsonNode capability : group.json().path("capabilities")) {
                    out.writeRawValue(inProject(capability).toString());
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** With the projects it is for, which are those it names or, if it names none, the group's. */
    private ObjectNode inProject(JsonNode capability) {
        ObjectNode entry = capability.deepCopy();
        JsonNode named = entry.path("projectUrlNames").path("urlNames");
        entry.remove("projectUrlNames");
        ObjectNode scope = entry.putObject("projectScope");
        if (named.isArray()) {
            scope.set("projects", named);
        } else {
            scope.putArray("projects").add(project);
        }
        return entry;
    }
}
