package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Caller;

/** Who asks for whose tables: the beginning of all endpoints under <code>/tables/{username}</code>. */
record TableAccess(String project, String username, Caller caller) {

    /** @throws ApiException 401 or 403, the same whether the user exists or not */
    static TableAccess reading(Authorization authorization, AdminRequest request) {
        String project = request.parameter("project");
        return of(request, project, authorization.require(request, project, Action.READ));
    }

    /** @throws ApiException 403 */
    static TableAccess of(AdminRequest request, String project, Caller caller) {
        String username = request.parameter("username");
        caller.requireUser(username);
        return new TableAccess(project, username, caller);
    }

    ApiException unknownUser() {
        return ApiException.notFound("gateway user", List.of(Map.of("username", username)));
    }

    static List<Map<String, String>> references(List<String> names) {
        return names.stream().map(name -> Map.of("tablename", name)).toList();
    }
}
