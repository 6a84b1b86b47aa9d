package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /postgresgateway/delete} with exactly one item <code>{"username": "u1"}</code> and
 * <code>"ignoreUnknownIds"</code>, which Cognite's Python SDK spells <code>ignore_unknown_ids</code>
 * (reference/postgres-gateway.md section 5.2). The user's connections end.
 */
final class DeleteUsers implements AdminChange {
    private static final Logger LOG = LoggerFactory.getLogger(DeleteUsers.class);
    private static final String IGNORE = "ignoreUnknownIds";
    private static final String IGNORE_IN_PYTHON = "ignore_unknown_ids";

    private final UserRegistry users;

    DeleteUsers(UserRegistry users) {
        this.users = users;
    }

    @Override
    public AdminResponse make(AdminRequest request, String project, Caller caller) {
        JsonFields body = request.body().object().only("items", IGNORE, IGNORE_IN_PYTHON);
        String username = body.objects("items", 1, 1).get(0).only("username").text("username");
        boolean ignoreUnknown = body.flag(IGNORE) || body.flag(IGNORE_IN_PYTHON);
        caller.requireUser(username);
        if (users.delete(project, username, caller.subject())) {
            LOG.info("deleted gateway user {} of project {}", username, project);
        } else if (!ignoreUnknown) {
            throw ApiException.notFound("gateway user", List.of(Map.of("username", username)));
        }
        return AdminResponse.ok(Map.of());
    }
}
