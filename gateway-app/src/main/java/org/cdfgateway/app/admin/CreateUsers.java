package org.cdfgateway.app.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.app.admin.UserRegistry.CreatedUser;
import org.cdfgateway.domain.identity.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway} (reference/postgres-gateway.md section 5.2):
 *
 * <pre>
 * {"items": [{"credentials": {"nonce": "n-123"}}]}
 * {"items": [{"host": "..", "username": "..", "password": "..", "createdTime": 1, "lastUpdatedTime": 1, "sessionId": 1}]}
 * </pre>
 */
public final class CreateUsers implements AdminEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CreateUsers.class);

    private final Authorization authorization;
    private final UserRegistry users;
    private final String publicHost;

    /** @param publicHost the host name that the new user is told to connect to */
    public CreateUsers(Authorization authorization, UserRegistry users, String publicHost) {
        this.authorization = authorization;
        this.users = users;
        this.publicHost = publicHost;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Caller caller = authorization.require(request, project, Action.WRITE);
        caller.requireAllUsers();
        JsonFields item = request.body()
                .object()
                .only("items")
                .objects("items", 1, 1)
                .get(0)
                .only("credentials");
        Secret nonce = new Secret(item.object("credentials").only("nonce").text("nonce"));
        CreatedUser user = users.create(project, nonce, caller.subject());
        LOG.info("created user {} for project {} with CDF session {}", user.username(), project, user.sessionId());
        return AdminResponse.ok(Map.of("items", List.of(json(user))));
    }

    private Map<String, Object> json(CreatedUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", publicHost);
        json.put("username", user.username());
        json.put("password", user.password().reveal());
        json.put("createdTime", user.createdTime().toEpochMilli());
        json.put("lastUpdatedTime", user.lastUpdatedTime().toEpochMilli());
        json.put("sessionId", user.sessionId());
        return json;
    }
}
