package org.cdfgateway.emulator.model;

/** The kinds of definitions. */
public enum DefinitionKind {
    SPACE("spaces", "spaces", ModelLimits.SPACES),
    CONTAINER("containers", "containers", ModelLimits.CONTAINERS),
    VIEW("views", "views", ModelLimits.VIEWS),
    DATA_MODEL("datamodels", "data models", ModelLimits.DATA_MODELS);

    private final String path;
    private final String plural;
    private final int max;

    DefinitionKind(String path, String plural, int max) {
        this.path = path;
        this.plural = plural;
        this.max = max;
    }

    /** The segment behind {@code /models/}. */
    String path() {
        return path;
    }

    /** As error messages say it. */
    String plural() {
        return plural;
    }

    /** How many a project may have, all versions counted. */
    public int max() {
        return max;
    }

    DefinitionRules rules() {
        return switch (this) {
            case SPACE -> SpaceRules.RULES;
            case CONTAINER -> ContainerRules.RULES;
            case VIEW -> ViewRules.RULES;
            case DATA_MODEL -> DataModelRules.RULES;
        };
    }
}
