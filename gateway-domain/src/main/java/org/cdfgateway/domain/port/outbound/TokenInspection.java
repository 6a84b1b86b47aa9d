package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** Asks CDF what a bearer token is good for (reference/cdf-api-data.md section 3). Calls block. */
public interface TokenInspection {

    /**
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when CDF does not accept the token; IO_ERROR when CDF
     *     cannot be reached
     */
    TokenRights inspect(Secret bearerToken);

    /** @param projects URL names of the projects the caller can see */
    record TokenRights(String subject, Set<String> projects, List<Capability> capabilities) {

        /** Whether some capability grants the action in the project, whatever its scope inside the project. */
        public boolean allows(String acl, String action, String project) {
            return projects.contains(project)
                    && capabilities.stream()
                            .anyMatch(capability -> capability.acl().equals(acl)
                                    && capability.actions().contains(action)
                                    && (capability.projects().isEmpty()
                                            || capability.projects().contains(project)));
        }
    }

    /**
     * One granted access right.
     *
     * @param acl for example {@code postgresGatewayAcl}
     * @param actions for example {@code READ}
     * @param projects the projects it holds in; empty for all
     */
    record Capability(String acl, Set<String> actions, Set<String> projects) {}
}
