package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;

/** What the API needs of whoever keeps the gateway users. Safe for use by several threads; calls block. */
public interface UserRegistry {

    /**
     * Makes a user whose rights in CDF are those of the credentials; a nonce is spent by it.
     *
     * @param createdBy whom the audit names
     * @throws GatewayException INVALID_PARAMETER_VALUE for a nonce that is unknown, expired or used, or a client that gets
     *     no token; FEATURE_NOT_SUPPORTED when clients are not allowed; IO_ERROR when CDF cannot be reached
     */
    CreatedUser create(String project, CdfCredentials credentials, String createdBy);

    /** The user of that name, if the project has one. */
    Optional<GatewayUser> find(String project, String username);

    /**
     * What CDF lets a user do now, if the project has one of that name.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user's access to CDF has ended; IO_ERROR when
     *     CDF cannot be reached
     */
    Optional<TokenRights> rights(String project, String username);

    /**
     * Users of a project by name.
     *
     * @param after leaves out names up to and including this one; null to begin at the first
     * @param limit 1 or more
     */
    List<GatewayUser> list(String project, @Nullable String after, int limit);

    /**
     * Gives a user the rights of other credentials. Empty when the project has no such user; then the nonce is not spent.
     *
     * @throws GatewayException as {@link #create}
     */
    Optional<GatewayUser> renew(String project, String username, CdfCredentials credentials, String renewedBy);

    /** Deletes a user and ends its connections. Tells whether the project had such a user. */
    boolean delete(String project, String username, String deletedBy);

    /** @param password told this once; the registry keeps only what verifies it */
    record CreatedUser(GatewayUser user, Secret password) {}
}
