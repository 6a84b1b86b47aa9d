package org.cdfgateway.auth.token;

import java.time.Clock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;

/** An access that is given to those only who may use the gateway. */
final class CheckedAccess implements CdfAccess {
    private final CdfAccess access;
    private final TokenInspection inspection;
    private final GatewayRights rights;

    CheckedAccess(String username, CdfAccess access, TokenInspection inspection, Clock clock) {
        this.access = access;
        this.inspection = inspection;
        this.rights = new GatewayRights(username, access.project(), this::inspect, clock);
    }

    /**
     * Refuses a user who logs in without the right to. Blocks on CDF.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION
     */
    void admit() {
        if (rights.isRefused()) {
            rights.requireReading();
        }
    }

    @Override
    public String project() {
        return access.project();
    }

    @Override
    public String principal() {
        return access.principal();
    }

    @Override
    public Secret accessToken() {
        Secret token = access.accessToken();
        rights.requireReading();
        return token;
    }

    @Override
    public Secret writingToken() {
        Secret token = access.accessToken();
        rights.requireWriting();
        return token;
    }

    @Override
    public void rejected(Secret token) {
        access.rejected(token);
    }

    /** A token that CDF does not take any more is replaced once, as for any other request. */
    private TokenRights inspect() {
        Secret token = access.accessToken();
        try {
            return inspection.inspect(token);
        } catch (GatewayException e) {
            if (e.kind() != ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                throw e;
            }
            access.rejected(token);
            return inspection.inspect(access.accessToken());
        }
    }
}
