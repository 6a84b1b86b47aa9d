package org.cdfgateway.pgwire.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;

/**
 * What a client wants.
 *
 * @param database the user's name when the client names none
 * @param settings for the session, in the order in which they apply
 * @param unknownOptions protocol options we have to say no to
 */
record StartupRequest(
        ProtocolVersion version,
        String user,
        String database,
        Map<String, String> settings,
        List<String> unknownOptions) {
    private static final String PROTOCOL_OPTION = "_pq_.";
    private static final Set<String> NO_REPLICATION = Set.of("false", "off", "no", "0", "f", "n");

    /**
     * @throws GatewayException FEATURE_NOT_SUPPORTED for replication, INVALID_AUTHORIZATION_SPECIFICATION without a user
     */
    static StartupRequest of(StartupMessage message) {
        Map<String, String> parameters = message.parameters();
        String user = parameters.getOrDefault("user", "");
        if (user.isEmpty()) {
            throw new GatewayException(
                    ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                    "no PostgreSQL user name specified in startup packet");
        }
        String database = parameters.getOrDefault("database", "");
        Map<String, String> settings =
                new LinkedHashMap<>(StartupOptions.settings(parameters.getOrDefault("options", "")));
        List<String> unknownOptions = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PROTOCOL_OPTION)) {
                unknownOptions.add(name);
            } else if (name.equals("replication")) {
                refuseReplication(value);
            } else if (!name.equals("user") && !name.equals("database") && !name.equals("options")) {
                settings.put(name, value);
            }
        });
        return new StartupRequest(
                message.version(), user, database.isEmpty() ? user : database, settings, unknownOptions);
    }

    private static void refuseReplication(String value) {
        if (!NO_REPLICATION.contains(value.toLowerCase(Locale.ROOT))) {
            throw new GatewayException(
                    ErrorKind.FEATURE_NOT_SUPPORTED, "replication connections are not supported by the gateway");
        }
    }
}
