package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway/update} with exactly one item
 * <code>{"username": "u1", "update": {"credentials": {"set": {"nonce": "n-456"}}}}</code>: another CDF session, or
 * client credentials (see {@link CredentialsJson}), for a user that keeps its name, password and tables (reference/postgres-gateway.md section 5.2).
 */
final class UpdateUsers implements AdminChange {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateUsers.class);

    private final UserRegistry users;

    UpdateUsers(UserRegistry users) {
        this.users = users;
    }

    @Override
    public AdminResponse make(AdminRequest request, String project, Caller caller) {
        JsonFields item = request.body()
                .object()
                .only("items")
                .objects("items", 1, 1)
                .get(0)
                .only("username", "update");
        String username = item.text("username");
        CdfCredentials credentials = CredentialsJson.read(item.object("update")
                .only("credentials")
                .object("credentials")
                .only("set")
                .object("set"));
        caller.requireUser(username);
        GatewayUser user = users.renew(project, username, credentials, caller.subject())
                .orElseThrow(() -> ApiException.notFound("gateway user", List.of(Map.of("username", username))));
        LOG.info(
                "gateway user {} of project {} now uses {}",
                username,
                project,
                user.identity().label());
        return AdminResponse.ok(Map.of("items", List.of(UserJson.of(user))));
    }
}
