package org.cdfgateway.domain.port.outbound;

import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Reads from CDF what a view or data model is made of. Safe for use by several threads; calls block. */
public interface ViewImport {

    /**
     * The view as it is now.
     *
     * @param version empty for the newest
     * @param kind empty for what CDF says the view is used for; nodes when it is used for both
     * @throws GatewayException UNDEFINED_OBJECT when there is no such view; INSUFFICIENT_PRIVILEGE, IO_ERROR
     */
    ViewSource view(
            String space, String externalId, Optional<String> version, Optional<InstanceKind> kind, CdfAccess access);

    /**
     * The data model with all its views as they are now.
     *
     * @param version empty for the newest
     * @throws GatewayException as {@link #view}
     */
    DataModelSource dataModel(String space, String externalId, Optional<String> version, CdfAccess access);
}
