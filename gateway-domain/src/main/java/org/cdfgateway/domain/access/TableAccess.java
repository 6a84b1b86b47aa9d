package org.cdfgateway.domain.access;

import java.util.List;
import java.util.stream.Stream;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;

/**
 * Whether a gateway user can do something with a table.
 *
 * @param limited whether CDF grants it for a part of the project only, such as some data sets
 * @param missing the capabilities that are needed and not there, as {@code acl:ACTION}; empty when allowed
 */
public record TableAccess(String table, TableAction action, boolean limited, List<String> missing) {
    private static final String GATEWAY = "postgresGatewayAcl";

    public boolean isAllowed() {
        return missing.isEmpty();
    }

    /** For every built-in table, what its user can and what it cannot do. What a table itself refuses is left out. */
    public static List<TableAccess> of(TokenRights rights, String project, String username) {
        return TableNeeds.BUILT_IN.stream()
                .flatMap(needs -> needs.actions().stream().map(action -> of(needs, action, rights, project, username)))
                .toList();
    }

    private static TableAccess of(
            TableNeeds needs, TableAction action, TokenRights rights, String project, String username) {
        List<String> needed = needs.of(action);
        List<String> missing = Stream.concat(
                        gateway(action)
                                .filter(right ->
                                        !rights.scope(GATEWAY, right, project).includes(username))
                                .map(right -> GATEWAY + ":" + right),
                        needed.stream().filter(capability -> !isGranted(capability, rights, project)))
                .toList();
        boolean limited = needed.stream()
                .anyMatch(capability -> isGranted(capability, rights, project)
                        && !scope(capability, rights, project).all());
        return new TableAccess(needs.table().name(), action, limited, missing);
    }

    /** Needed for whatever the user does. */
    private static Stream<String> gateway(TableAction action) {
        return action == TableAction.READ ? Stream.of("READ") : Stream.of("READ", "WRITE");
    }

    private static boolean isGranted(String capability, TokenRights rights, String project) {
        return rights.allows(acl(capability), right(capability), project);
    }

    private static Scope scope(String capability, TokenRights rights, String project) {
        return rights.scope(acl(capability), right(capability), project);
    }

    private static String acl(String capability) {
        return capability.substring(0, capability.indexOf(':'));
    }

    private static String right(String capability) {
        return capability.substring(capability.indexOf(':') + 1);
    }
}
