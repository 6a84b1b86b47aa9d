package org.cdfgateway.auth.operation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.verifier.InventionSecret;

/**
 * A column of the store that holds secrets.
 *
 * @param name the column whose text tells the rows apart
 * @param content the column with the encrypted secret
 * @param keyId the column that tells the key
 * @param purpose from a row's name to what its secret was encrypted as
 */
record SealedColumn(String table, String name, String content, String keyId, UnaryOperator<String> purpose) {

    /** All there are: what is missing here, a rotation of keys leaves behind. */
    static final List<SealedColumn> ALL = List.of(
            new SealedColumn(
                    "cdf_gateway.gateway_users",
                    "username",
                    "session_key",
                    "session_key_key_id",
                    UserSessions::purpose),
            new SealedColumn(
                    "cdf_gateway.gateway_secrets", "name", "content", "key_id", name -> InventionSecret.PURPOSE));
}
