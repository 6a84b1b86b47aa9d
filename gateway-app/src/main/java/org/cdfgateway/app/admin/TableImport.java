package org.cdfgateway.app.admin;

import java.util.function.Function;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.custom.CustomSource;

/** Asks CDF what a table is to show, with the CDF session of the gateway user that gets it. */
public final class TableImport {
    private final UserRegistry users;
    private final Function<GatewayUser, CdfAccess> access;
    private final ViewImport views;

    /** @param access of a user to CDF; may throw INVALID_AUTHORIZATION_SPECIFICATION */
    public TableImport(UserRegistry users, Function<GatewayUser, CdfAccess> access, ViewImport views) {
        this.users = users;
        this.access = access;
        this.views = views;
    }

    /** @throws ApiException 400 when CDF does not let the user see it, or has no such thing */
    CustomSource source(TableAccess target, TableRequest request) {
        if (request.source() instanceof TableRequest.Raw raw) {
            return raw.source();
        }
        GatewayUser user = users.find(target.project(), target.username()).orElseThrow(target::unknownUser);
        try {
            if (request.source() instanceof TableRequest.View view) {
                return views.view(view.space(), view.externalId(), view.version(), view.kind(), access.apply(user));
            }
            TableRequest.DataModel model = (TableRequest.DataModel) request.source();
            return views.dataModel(model.space(), model.externalId(), model.version(), access.apply(user));
        } catch (GatewayException e) {
            throw switch (e.kind()) {
                case UNDEFINED_OBJECT,
                        INSUFFICIENT_PRIVILEGE,
                        INVALID_AUTHORIZATION_SPECIFICATION,
                        INVALID_PARAMETER_VALUE,
                        FEATURE_NOT_SUPPORTED ->
                    ApiException.malformed(
                            request.path() + ": cannot be imported with the CDF session of gateway user \""
                                    + target.username() + "\": " + AdminExchanges.sentences(e));
                default -> e;
            };
        }
    }
}
