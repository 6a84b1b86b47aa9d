package org.cdfgateway.app.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.domain.identity.GatewayUser;

/**
 * A gateway user as the API shows it (reference/postgres-gateway.md section 5.2). Times are milliseconds since 1970. In the
 * place of {@code sessionId}, users with client credentials have {@code clientCredentials}, without the secret.
 */
final class UserJson {

    private UserJson() {}

    static Map<String, Object> of(GatewayUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("username", user.username());
        json.put("createdTime", user.createdTime().toEpochMilli());
        json.put("lastUpdatedTime", user.lastUpdatedTime().toEpochMilli());
        Map.Entry<String, Object> identity = CredentialsJson.shown(user.identity());
        json.put(identity.getKey(), identity.getValue());
        return json;
    }
}
