package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of callers and the rights it gives them.
 *
 * @param capabilities those of this project that some call may ask for
 * @param json as it was created, its id added; not to be changed
 */
record Group(long id, List<Capability> capabilities, ObjectNode json) {

    private static final String EVERYBODY = "allUserAccounts";

    /** Whether it counts for the client, by its list of members or through the identity provider. */
    boolean appliesTo(EmulatedClient client) {
        Set<String> appIds = texts(json.at("/attributes/token/appIds"));
        return (appIds.isEmpty() || appIds.contains(client.id())) && (isMember(client) || isSource(client));
    }

    private boolean isMember(EmulatedClient client) {
        JsonNode members = json.path("members");
        return EVERYBODY.equals(members.textValue()) || texts(members).contains(client.id());
    }

    private boolean isSource(EmulatedClient client) {
        @Nullable String sourceId = json.path("sourceId").textValue();
        return sourceId != null && client.allGroupIds().contains(sourceId);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        if (array.isArray()) {
            array.forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }
}
