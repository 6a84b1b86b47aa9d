package org.cdfgateway.cdf.filter;

import java.util.Set;

/**
 * A field of a resource's strict filter.
 *
 * @param key its name in the filter
 * @param max characters of a text, or elements of a list
 * @param choices what a list of CHOICES can hold
 */
record StrictField(String key, Form form, int max, Set<String> choices) {

    /** What the filter expects there. */
    enum Form {
        TEXT,
        TEXTS,
        /** {@code ["asset"]}, of a few words that are known; CDF may refuse others. */
        CHOICES,
        FLAG,
        /** {@code [1, 2]}. */
        IDS,
        /** {@code [{"id": 1}]}. */
        ID_REFERENCES,
        /** {@code {"min": 1, "max": 2}}, in milliseconds, both inclusive. */
        TIME_RANGE,
        /** {@code {"min": 0.1, "max": 0.2}}, from 0 to 1, both inclusive. */
        FRACTION_RANGE
    }

    static StrictField text(String key, int maxCharacters) {
        return new StrictField(key, Form.TEXT, maxCharacters, Set.of());
    }

    static StrictField texts(String key, int maxElements) {
        return new StrictField(key, Form.TEXTS, maxElements, Set.of());
    }

    static StrictField choices(String key, Set<String> choices) {
        return new StrictField(key, Form.CHOICES, choices.size(), choices);
    }

    static StrictField flag(String key) {
        return new StrictField(key, Form.FLAG, 1, Set.of());
    }

    static StrictField ids(String key, int maxElements) {
        return new StrictField(key, Form.IDS, maxElements, Set.of());
    }

    static StrictField idReferences(String key, int maxElements) {
        return new StrictField(key, Form.ID_REFERENCES, maxElements, Set.of());
    }

    static StrictField timeRange(String key) {
        return new StrictField(key, Form.TIME_RANGE, 1, Set.of());
    }

    static StrictField fractionRange(String key) {
        return new StrictField(key, Form.FRACTION_RANGE, 1, Set.of());
    }

    boolean isRange() {
        return form == Form.TIME_RANGE || form == Form.FRACTION_RANGE;
    }
}
