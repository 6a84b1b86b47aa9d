package org.cdfgateway.app.wiring;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Refuses views and data models, which the gateway cannot read: tables over RAW are all it has. */
final class NoViews implements ViewImport {

    @Override
    public ViewSource view(
            String space, String externalId, Optional<String> version, Optional<InstanceKind> kind, CdfAccess access) {
        throw refused();
    }

    @Override
    public DataModelSource dataModel(String space, String externalId, Optional<String> version, CdfAccess access) {
        throw refused();
    }

    private static GatewayException refused() {
        return new GatewayException(
                ErrorKind.FEATURE_NOT_SUPPORTED, "this version of the gateway has tables of type raw_rows only");
    }
}
