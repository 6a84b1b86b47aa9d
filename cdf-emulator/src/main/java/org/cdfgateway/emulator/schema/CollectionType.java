package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A type whose values are changed part by part with {@code add} and {@code remove}. */
public interface CollectionType extends FieldType {

    Object empty();

    /** @param additions in the form that {@link #read} takes */
    Object add(Object current, JsonNode additions, String path, Violations violations);

    /** Removing what is not there changes nothing. */
    Object remove(Object current, JsonNode removals, String path, Violations violations);

    /**
     * Changes elements that are there; for types whose elements have keys.
     *
     * @throws org.cdfgateway.emulator.http.ApiError 400 by all others
     */
    default Object modify(Object current, JsonNode modifications, String path, Violations violations) {
        throw Violations.wrongType(path, "nothing", modifications);
    }

    /** Checks the value that an update results in. */
    void check(Object value, String path, Violations violations);

    default Object orEmpty(@Nullable Object current) {
        return current == null ? empty() : current;
    }
}
