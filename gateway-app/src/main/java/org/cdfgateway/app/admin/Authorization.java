package org.cdfgateway.app.admin;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;

/** Asks CDF whether a caller may manage gateway users (reference/postgres-gateway.md section 5.5). */
public final class Authorization {

    private static final String ACL = "postgresGatewayAcl";

    private final TokenInspection inspection;

    public Authorization(TokenInspection inspection) {
        this.inspection = inspection;
    }

    /**
     * Who calls.
     *
     * @param subject whom the token was given to, for the audit
     * @param users the gateway users that the caller may do it with
     */
    record Caller(String subject, Scope users) {

        /**
         * The same answer whether the user exists or not.
         *
         * @throws ApiException 403 when the user is outside of the caller's scope
         */
        void requireUser(String username) {
            if (!users.includes(username)) {
                throw new ApiException(
                        HttpStatus.FORBIDDEN,
                        "gateway user \"" + username + "\" is outside of the scope of the caller's " + ACL
                                + ": add it to the usersScope of a CDF group of the caller");
            }
        }

        /** @throws ApiException 403 when the caller may do it with some users only */
        void requireAllUsers() {
            if (!users.all()) {
                throw new ApiException(
                        HttpStatus.FORBIDDEN,
                        "creating gateway users needs " + ACL + ":WRITE with scope all; the caller has it for some"
                                + " users only");
            }
        }
    }

    /** What a caller wants to do with gateway users. */
    enum Action {
        READ,
        WRITE
    }

    /**
     * A caller whose token CDF knows.
     *
     * @param subject whom the token was given to
     */
    record Identified(String subject, TokenRights rights) {

        /**
         * The caller, if it may with some users at least. A project that does not exist and one that the caller may not see
         * get the same answer.
         *
         * @throws ApiException 403
         */
        Caller require(String project, Action action) {
            if (!rights.allows(ACL, action.name(), project)) {
                throw new ApiException(
                        HttpStatus.FORBIDDEN,
                        "missing capability " + ACL + ":" + action + " in project \"" + project
                                + "\": add it to a CDF group of the caller, or check the project's name");
            }
            return new Caller(subject, rights.scope(ACL, action.name(), project));
        }
    }

    /**
     * @throws ApiException 401
     * @throws GatewayException when CDF cannot be asked
     */
    Identified identify(AdminRequest request) {
        Secret token = request.bearerToken()
                .orElseThrow(() ->
                        unauthorized("no bearer token: send the header \"Authorization: Bearer <access token>\""));
        TokenRights rights = rightsOf(token);
        return new Identified(rights.subject(), rights);
    }

    /**
     * See {@link Identified#require}.
     *
     * @throws ApiException 401 or 403
     * @throws GatewayException when CDF cannot be asked
     */
    Caller require(AdminRequest request, String project, Action action) {
        return identify(request).require(project, action);
    }

    private TokenRights rightsOf(Secret token) {
        try {
            return inspection.inspect(token);
        } catch (GatewayException e) {
            if (e.kind() == ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                throw unauthorized("CDF does not accept the bearer token: it may have expired, or its groups may not be"
                        + " linked to the project");
            }
            throw e;
        }
    }

    private static ApiException unauthorized(String reason) {
        return new ApiException(HttpStatus.UNAUTHORIZED, "Unauthorized: " + reason);
    }
}
