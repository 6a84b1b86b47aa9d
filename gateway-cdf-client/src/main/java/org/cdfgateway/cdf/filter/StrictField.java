package org.cdfgateway.cdf.filter;

/**
 * A field of a resource's strict filter.
 *
 * @param key its name in the filter
 * @param max characters of a text, or elements of a list
 */
record StrictField(String key, Form form, int max) {

    /** What the filter expects there. */
    enum Form {
        TEXT,
        TEXTS,
        FLAG,
        /** {@code [1, 2]}. */
        IDS,
        /** {@code {"min": 1, "max": 2}}, in milliseconds, both inclusive. */
        TIME_RANGE
    }

    static StrictField text(String key, int maxCharacters) {
        return new StrictField(key, Form.TEXT, maxCharacters);
    }

    static StrictField flag(String key) {
        return new StrictField(key, Form.FLAG, 1);
    }

    static StrictField timeRange(String key) {
        return new StrictField(key, Form.TIME_RANGE, 1);
    }
}
