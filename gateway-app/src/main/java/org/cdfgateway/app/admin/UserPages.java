package org.cdfgateway.app.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.identity.GatewayUser;
import org.jspecify.annotations.Nullable;

/** Lists gateway users page by page: <code>{"items": [user, ...], "nextCursor": ".."}</code>. */
public final class UserPages {
    private final UserRegistry users;

    public UserPages(UserRegistry users) {
        this.users = users;
    }

    /**
     * @param cursor where the last page ended; empty for the first page
     * @throws ApiException 400 for a cursor that no page has had
     */
    AdminResponse page(String project, Caller caller, int limit, Optional<String> cursor) {
        String after = cursor.map(Cursor::decoded).orElse(null);
        List<GatewayUser> found = users(project, caller, after, limit + 1);
        List<GatewayUser> shown = found.subList(0, Math.min(limit, found.size()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", shown.stream().map(UserJson::of).toList());
        if (found.size() > limit) {
            body.put("nextCursor", Cursor.encoded(shown.get(limit - 1).username()));
        }
        return AdminResponse.ok(body);
    }

    private List<GatewayUser> users(String project, Caller caller, @Nullable String after, int limit) {
        if (caller.users().all()) {
            return users.list(project, after, limit);
        }
        List<GatewayUser> inScope = new ArrayList<>();
        for (String username : new TreeSet<>(caller.users().usernames())) {
            if (inScope.size() < limit && (after == null || username.compareTo(after) > 0)) {
                users.find(project, username).ifPresent(inScope::add);
            }
        }
        return inScope;
    }
}
