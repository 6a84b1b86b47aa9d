package org.cdfgateway.app.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;

/**
 * {@code POST /postgresgateway/byids} with <code>{"items": [{"username": ".."}], "ignoreUnknownIds": false}</code>; 1 to 10
 * items (reference/postgres-gateway.md section 5.2).
 */
public final class RetrieveUsers implements AdminEndpoint {
    private static final int MAX_ITEMS = 10;

    private final Authorization authorization;
    private final UserRegistry users;

    public RetrieveUsers(Authorization authorization, UserRegistry users) {
        this.authorization = authorization;
        this.users = users;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Caller caller = authorization.require(request, project, Action.READ);
        JsonFields body = request.body().object().only("items", "ignoreUnknownIds");
        List<String> names = body.objects("items", 1, MAX_ITEMS).stream()
                .map(item -> item.only("username").text("username"))
                .toList();
        boolean ignoreUnknown = body.flag("ignoreUnknownIds");
        names.forEach(caller::requireUser);
        List<Map<String, Object>> found = new ArrayList<>();
        List<Map<String, String>> missing = new ArrayList<>();
        for (String name : names) {
            users.find(project, name)
                    .ifPresentOrElse(user -> found.add(UserJson.of(user)), () -> missing.add(Map.of("username", name)));
        }
        if (!missing.isEmpty() && !ignoreUnknown) {
            throw ApiException.notFound("gateway user", missing);
        }
        return AdminResponse.ok(Map.of("items", found));
    }
}
