package org.cdfgateway.app.admin;

import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;

/** {@code GET /postgresgateway?limit=100&cursor=..} (reference/postgres-gateway.md section 5.2). */
public final class ListUsers implements AdminEndpoint {
    private static final int MAX_LIMIT = 100;

    private final Authorization authorization;
    private final UserPages pages;

    public ListUsers(Authorization authorization, UserPages pages) {
        this.authorization = authorization;
        this.pages = pages;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Caller caller = authorization.require(request, project, Action.READ);
        int limit = request.query().integer("limit", 1, MAX_LIMIT, MAX_LIMIT);
        return pages.page(project, caller, limit, request.query().text("cursor"));
    }
}
