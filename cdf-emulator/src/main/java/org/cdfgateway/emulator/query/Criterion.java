package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.cdfgateway.emulator.store.Item;

/** One field of a resource's {@code filter}. */
@FunctionalInterface
public interface Criterion {

    /**
     * @param value what the request says
     * @param path where it says so
     * @throws org.cdfgateway.emulator.http.ApiError 400 for values of a wrong form
     */
    Predicate<Item> compile(JsonNode value, String path, Related related);
}
