package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway/update} with exactly one item
 * <code>{"username": "u1", "update": {"credentials": {"set": {"nonce": "n-456"}}}}</code>: another CDF session for a user
 * that keeps its name, password and tables (reference/postgres-gateway.md section 5.2).
 */
public final class UpdateUsers implements AdminEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateUsers.class);

    private final Authorization authorization;
    private final UserRegistry users;

    public UpdateUsers(Authorization authorization, UserRegistry users) {
        this.authorization = authorization;
        this.users = users;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Caller caller = authorization.require(request, project, Action.WRITE);
        JsonFields item = request.body()
                .object()
                .only("items")
                .objects("items", 1, 1)
                .get(0)
                .only("username", "update");
        String username = item.text("username");
        Secret nonce = new Secret(item.object("update")
                .only("credentials")
                .object("credentials")
                .only("set")
                .object("set")
                .only("nonce")
                .text("nonce"));
        caller.requireUser(username);
        GatewayUser user = users.renew(project, username, nonce, caller.subject())
                .orElseThrow(() -> ApiException.notFound("gateway user", List.of(Map.of("username", username))));
        LOG.info("gateway user {} of project {} now uses CDF session {}", username, project, user.sessionId());
        return AdminResponse.ok(Map.of("items", List.of(UserJson.of(user))));
    }
}
