package org.cdfgateway.app.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.domain.access.TableAccess;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;

/**
 * {@code GET /postgresgateway/capabilities/{username}}, an extension of this gateway: what a user can do with each
 * built-in table, and what it lacks.
 *
 * <pre>
 * {"items": [{"tablename": "assets", "action": "read", "allowed": true, "scope": "all", "missing": []}]}
 * </pre>
 *
 * <p>The scope is {@code all}, {@code part} of the project, or {@code none}.
 */
public final class CheckUser implements AdminEndpoint {
    private final Authorization authorization;
    private final UserRegistry users;

    public CheckUser(Authorization authorization, UserRegistry users) {
        this.authorization = authorization;
        this.users = users;
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        String username = request.parameter("username");
        authorization.require(request, project, Action.READ).requireUser(username);
        List<Map<String, Object>> items = TableAccess.of(rights(project, username), project, username).stream()
                .map(CheckUser::json)
                .toList();
        return AdminResponse.ok(Map.of("items", items));
    }

    private TokenRights rights(String project, String username) {
        try {
            return users.rights(project, username)
                    .orElseThrow(() -> ApiException.notFound("gateway user", List.of(Map.of("username", username))));
        } catch (GatewayException e) {
            if (e.kind() != ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                throw e;
            }
            // The caller's own token is good, so this is no 401.
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    e.text() + e.hint().map(hint -> " " + hint).orElse(""));
        }
    }

    private static Map<String, Object> json(TableAccess access) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tablename", access.table());
        json.put("action", access.action().name().toLowerCase(Locale.ROOT));
        json.put("allowed", access.isAllowed());
        json.put("scope", scope(access));
        json.put("missing", access.missing());
        return json;
    }

    private static String scope(TableAccess access) {
        if (!access.isAllowed()) {
            return "none";
        }
        return access.limited() ? "part" : "all";
    }
}
