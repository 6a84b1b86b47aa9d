package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
            return granting(acl, action, project).findAny().isPresent();
        }

        /** The union of the scopes of all capabilities that grant the action in the project; none when nothing does. */
        public Scope scope(String acl, String action, String project) {
            return granting(acl, action, project).map(Capability::scope).reduce(Scope.NONE, Scope::or);
        }

        private Stream<Capability> granting(String acl, String action, String project) {
            return capabilities.stream()
                    .filter(capability -> projects.contains(project)
                            && capability.acl().equals(acl)
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
     * @param scope what it holds for inside a project
     */
    record Capability(String acl, Set<String> actions, Set<String> projects, Scope scope) {}

    /**
     * What a capability holds for inside a project, as far as gateway users are concerned.
     *
     * @param all everything
     * @param usernames the gateway users it names when it does not hold for everything; empty for a scope of another kind
     */
    record Scope(boolean all, Set<String> usernames) {
        public static final Scope ALL = new Scope(true, Set.of());
        public static final Scope NONE = new Scope(false, Set.of());

        public Scope {
            usernames = Set.copyOf(usernames);
        }

        public boolean includes(String username) {
            return all || usernames.contains(username);
        }

        Scope or(Scope other) {
            if (all || other.all) {
                return ALL;
            }
            Set<String> both = new TreeSet<>(usernames);
            both.addAll(other.usernames);
            return new Scope(false, both);
        }
    }
}
