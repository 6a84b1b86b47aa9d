package org.cdfgateway.emulator.model;

import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shape;
import org.cdfgateway.emulator.shape.Shapes;

/** What references look like in requests. */
public final class References {

    static final ObjectShape SPACE = ObjectShape.empty().required("space", Identifier.SPACE);

    static final ObjectShape SPACE_EXTERNAL_ID = SPACE.required("externalId", Identifier.MODEL_NAME);

    static final ObjectShape VERSIONED = SPACE_EXTERNAL_ID.required("version", Identifier.VERSION);

    /** All versions are meant when none is given. */
    static final ObjectShape MAYBE_VERSIONED = SPACE_EXTERNAL_ID.optional("version", Identifier.VERSION);

    public static final ObjectShape CONTAINER = ObjectShape.empty()
            .defaulted("type", Shapes.choice("container"), "\"container\"")
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.MODEL_NAME);

    public static final ObjectShape VIEW = ObjectShape.empty()
            .defaulted("type", Shapes.choice("view"), "\"view\"")
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.MODEL_NAME)
            .required("version", Identifier.VERSION);

    /** A view whose newest version is meant when none is given. */
    static final ObjectShape VIEW_MAYBE_VERSIONED = ObjectShape.empty()
            .defaulted("type", Shapes.choice("view"), "\"view\"")
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.MODEL_NAME)
            .optional("version", Identifier.VERSION);

    /** A view or a container. */
    public static final Shape SOURCE = (value, path, violations) ->
            (value.path("type").asText().equals("container") ? CONTAINER : VIEW).read(value, path, violations);

    public static final ObjectShape NODE =
            ObjectShape.empty().required("space", Identifier.SPACE).required("externalId", Identifier.INSTANCE);

    private References() {}
}
