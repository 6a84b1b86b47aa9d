package org.cdfgateway.app.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.app.admin.UserRegistry.CreatedUser;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway} (reference/postgres-gateway.md section 5.2):
 *
 * <pre>
 * {"items": [{"credentials": {"nonce": "n-123"}}]}
 * {"items": [{"host": "..", "username": "..", "password": "..", "createdTime": 1, "lastUpdatedTime": 1, "sessionId": 1}]}
 * </pre>
 *
 * or with client credentials, see {@link CredentialsJson}.
 */
final class CreateUsers implements AdminChange {

    private static final Logger LOG = LoggerFactory.getLogger(CreateUsers.class);

    private final UserRegistry users;
    private final String publicHost;

    /** @param publicHost the host name that the new user is told to connect to */
    CreateUsers(UserRegistry users, String publicHost) {
        this.users = users;
        this.publicHost = publicHost;
    }

    @Override
    public AdminResponse make(AdminRequest request, String project, Caller caller) {
        caller.requireAllUsers();
        JsonFields item = request.body()
                .object()
                .only("items")
                .objects("items", 1, 1)
                .get(0)
                .only("credentials");
        CdfCredentials credentials = CredentialsJson.read(item.object("credentials"));
        CreatedUser created = users.create(project, credentials, caller.subject());
        GatewayUser user = created.user();
        LOG.info(
                "created user {} for project {} with {}",
                user.username(),
                project,
                user.identity().label());
        return AdminResponse.ok(Map.of("items", List.of(json(created))));
    }

    private Map<String, Object> json(CreatedUser created) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", publicHost);
        json.put("username", created.user().username());
        json.put("password", created.password().reveal());
        json.putAll(UserJson.of(created.user()));
        return json;
    }
}
