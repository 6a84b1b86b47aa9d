package org.cdfgateway.app.admin;

import java.util.Optional;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;

/**
 * {@code POST /postgresgateway/list} with <code>{"limit": 10, "cursor": ".."}</code>, both optional. There is nothing
 * else to filter by (reference/postgres-gateway.md section 5.2).
 */
public final class FilterUsers implements AdminEndpoint {
    private static final int MAX_LIMIT = 10;

    private final Authorization authorization;
    private final UserPages pages;

    public FilterUsers(Authorization authorization, UserPages pages) {
        this.authorization = authorization;
        this.pages = pages;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Caller caller = authorization.require(request, project, Action.READ);
        JsonFields body = request.body().object().only("limit", "cursor");
        int limit = body.integer("limit", 1, MAX_LIMIT, MAX_LIMIT);
        Optional<String> cursor = body.has("cursor") ? Optional.of(body.text("cursor")) : Optional.empty();
        return pages.page(project, caller, limit, cursor);
    }
}
