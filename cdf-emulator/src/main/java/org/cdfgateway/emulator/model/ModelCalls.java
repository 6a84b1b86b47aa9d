package org.cdfgateway.emulator.model;

import org.cdfgateway.emulator.http.Routes;

/** All HTTP calls on definitions: reference/cdf-api-data.md section 11.2. */
public final class ModelCalls {

    private ModelCalls() {}

    public static void addTo(Routes routes, Models models) {
        new DefinitionCalls(models, DefinitionKind.SPACE, References.SPACE).addTo(routes);
        new DefinitionCalls(models, DefinitionKind.CONTAINER, References.SPACE_EXTERNAL_ID).addTo(routes);
        new DefinitionCalls(models, DefinitionKind.VIEW, References.VERSIONED).addTo(routes);
        new DefinitionCalls(models, DefinitionKind.DATA_MODEL, References.VERSIONED).addTo(routes);
        new ContainerPartCalls(models).addTo(routes);
    }
}
