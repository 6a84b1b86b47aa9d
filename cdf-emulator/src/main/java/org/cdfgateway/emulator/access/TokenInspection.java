package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;

/** {@code GET /api/v1/token/inspect} (reference/cdf-api-data.md section 3). */
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
            out.writeStartObject();
            out.writeStringField("projectUrlName", project);
            out.writeArrayFieldStart("groups");
            for (Group group : groups) {
                out.writeNumber(group.id());
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndArray();
            out.writeArrayFieldStart("capabilities");
            for (Group group : groups) {
                for (Capability capability : group.capabilities()) {
                    write(capability, out);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private void write(Capability capability, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart(capability.acl());
        out.writeArrayFieldStart("actions");
        for (String action : capability.actions()) {
            out.writeString(action);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("scope");
        out.writeObjectFieldStart("all");
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
        out.writeObjectFieldStart("projectScope");
        out.writeArrayFieldStart("projects");
        out.writeString(project);
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }
}
