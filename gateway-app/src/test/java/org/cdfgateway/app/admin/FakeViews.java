package org.cdfgateway.app.admin;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Views named {@code Pump}, with one property, and a data model of two. */
final class FakeViews implements ViewImport {

    @Override
    public ViewSource view(
            String space, String externalId, Optional<String> version, Optional<InstanceKind> kind, CdfAccess access) {
        if (!externalId.equals("Pump")) {
            throw new GatewayException(ErrorKind.UNDEFINED_OBJECT, "there is no view " + externalId);
        }
        return named(space, externalId, version.orElse("newest"), kind.orElse(InstanceKind.NODES));
    }

    @Override
    public DataModelSource dataModel(String space, String externalId, Optional<String> version, CdfAccess access) {
        return new DataModelSource(
                new ViewId(space, externalId, version.orElse("newest")),
                List.of(
                        named(space, "Pump", "1", InstanceKind.NODES),
                        named(space, externalId.equals("Odd") ? "Pump" : "Flow", "1", InstanceKind.EDGES)));
    }

    private static ViewSource named(String space, String externalId, String version, InstanceKind kind) {
        ViewProperty pressure =
                new ViewProperty("pressure", PropertyType.FLOAT64, false, false, Optional.empty(), "In bar");
        return new ViewSource(new ViewId(space, externalId, version), kind, List.of(pressure), "");
    }
}
