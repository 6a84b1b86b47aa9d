package org.cdfgateway.cdf.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.TokensApi;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection;

/** Token inspection by CDF. ACLs that the gateway does not know are kept as they are. */
public final class CdfTokenInspection implements TokenInspection {
    private static final String PROJECT_SCOPE = "projectScope";
    private static final String USERS_SCOPE = "usersScope";

    private final TokensApi api;
    private final CallTimeouts timeouts;

    public CdfTokenInspection(CdfApis apis, CallTimeouts timeouts) {
        this.api = apis.api(TokensApi.class);
        this.timeouts = timeouts;
    }

    @Override
    public TokenRights inspect(Secret bearerToken) {
        FixedToken caller = new FixedToken("", "token inspection", bearerToken);
        JsonNode answer = api.inspect(timeouts.start(TokensApi.INSPECT, caller));
        Set<String> projects = new LinkedHashSet<>();
        answer.path("projects")
                .forEach(project -> projects.add(project.path("projectUrlName").asText()));
        List<Capability> capabilities = new ArrayList<>();
        answer.path("capabilities").forEach(capability -> addTo(capabilities, capability));
        return new TokenRights(answer.path("subject").asText(), projects, capabilities);
    }

    /** One entry has one ACL as a key, with the projects beside it. */
    private static void addTo(List<Capability> capabilities, JsonNode entry) {
        Set<String> projects = texts(entry.path(PROJECT_SCOPE).path("projects"));
        boolean nowhere = projects.isEmpty() && entry.path(PROJECT_SCOPE).has("projects");
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            if (!nowhere && field.getValue().has("actions")) {
                JsonNode acl = field.getValue();
                capabilities.add(
                        new Capability(field.getKey(), texts(acl.path("actions")), projects, scope(acl.path("scope"))));
            }
        }
    }

    private static Scope scope(JsonNode scope) {
        return scope.has("all")
                ? Scope.ALL
                : new Scope(false, texts(scope.path(USERS_SCOPE).path("usernames")));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
