package org.cdfgateway.emulator.graph;

/** Limits of reading instances: reference/cdf-api-data.md sections 11.6 and 11.7. */
final class GraphLimits {

    static final int MAX_ITEMS = 1_000;
    static final int MAX_SOURCES = 10;
    static final int MAX_TARGET_UNITS = 10;
    static final int MAX_SORT_KEYS = 5;

    static final int LIST_PAGE = 1_000;
    static final int MAX_LIST_PAGE = 1_000;
    static final int MAX_EXPRESSIONS = 50;
    static final int QUERY_PAGE = 100;
    static final int MAX_QUERY_PAGE = 10_000;
    static final int MAX_SYNC_PAGE = 2_000;
    static final int MAX_EDGES_OF_EACH = 2_000;
    static final int SEARCH_PAGE = 1_000;
    static final int AGGREGATE_PAGE = 100;
    static final int MAX_AGGREGATES = 5;
    static final int MAX_GROUP_BY = 5;

    static final int MAX_FILTER_VALUES = 1_000;
    static final int MAX_FILTER_DEPTH = 32;
    static final int MAX_NESTED_SCOPE = 3;

    private GraphLimits() {}
}
