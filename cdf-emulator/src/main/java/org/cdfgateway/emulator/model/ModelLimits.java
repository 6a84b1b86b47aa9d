package org.cdfgateway.emulator.model;

/** Limits of data modeling: reference/cdf-api-data.md sections 11.2 to 11.4. */
public final class ModelLimits {

    public static final int SPACES = 100;
    public static final int CONTAINERS = 1_000;
    public static final int CONTAINER_PROPERTIES = 25_000;
    public static final int VIEWS = 2_000;
    public static final int DATA_MODELS = 500;
    public static final int INSTANCES = 5_000_000;
    public static final int SOFT_DELETED_INSTANCES = 10_000_000;
    public static final int CONCURRENT_READS = 8;
    public static final int CONCURRENT_WRITES = 4;
    public static final int CONCURRENT_DELETES = 2;

    static final int ITEMS = 100;
    static final int PARTS = 10;
    static final int DEFAULT_PAGE = 10;
    static final int MAX_PAGE = 1_000;

    static final int NAME = 255;
    static final int DESCRIPTION = 1_024;
    static final int PROPERTIES_OF_CONTAINER = 100;
    static final int REQUIRES_CONSTRAINTS = 25;
    static final int UNIQUENESS_CONSTRAINTS = 10;
    static final int INDEXES = 10;
    static final int ENUM_VALUES = 32;
    static final int PROPERTIES_OF_VIEW = 300;
    static final int IMPLEMENTED_VIEWS = 10;
    static final int VERSIONS = 100;
    static final int VIEWS_OF_MODEL = 100;

    static final int TEXT_BYTES = 128_000;
    static final int JSON_BYTES = 40_960;
    static final int JSON_KEYS = 256;
    static final int JSON_KEY_LENGTH = 128;
    static final int JSON_VALUE_BYTES = 10_240;
    static final int LIST = 1_000;
    static final int DIRECT_LIST = 100;
    static final int LONGEST_LIST = 2_000;

    private ModelLimits() {}
}
