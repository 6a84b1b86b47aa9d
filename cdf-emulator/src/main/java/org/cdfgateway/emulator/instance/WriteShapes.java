package org.cdfgateway.emulator.instance;

import org.cdfgateway.emulator.model.References;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shapes;

/** What requests that change instances look like: reference/cdf-api-data.md section 11.5. */
final class WriteShapes {

    static final int MAX_ITEMS = 1_000;
    private static final int MAX_SOURCES = 100;

    private static final ObjectShape SOURCE =
            ObjectShape.empty().required("source", References.SOURCE).required("properties", Shapes.anything());

    private static final ObjectShape NAMED = ObjectShape.empty()
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.INSTANCE)
            .optional("existingVersion", Shapes.integer(0, Integer.MAX_VALUE));

    static final ObjectShape NODE =
            NAMED.optional("type", References.NODE).optional("sources", Shapes.list(SOURCE, 1, MAX_SOURCES));

    static final ObjectShape EDGE = NAMED.required("type", References.NODE)
            .required("startNode", References.NODE)
            .required("endNode", References.NODE)
            .optional("sources", Shapes.list(SOURCE, 1, MAX_SOURCES));

    static final ObjectShape DELETION = NAMED.required("instanceType", Shapes.choice("node", "edge"));

    private WriteShapes() {}
}
