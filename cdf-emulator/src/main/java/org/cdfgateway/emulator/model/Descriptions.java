package org.cdfgateway.emulator.model;

import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shapes;

/** The texts for people that definitions of every kind, and their properties, may have. */
final class Descriptions {

    static final ObjectShape SHAPE = ObjectShape.empty()
            .optional("name", Shapes.text(0, ModelLimits.NAME))
            .optional("description", Shapes.text(0, ModelLimits.DESCRIPTION));

    private Descriptions() {}
}
