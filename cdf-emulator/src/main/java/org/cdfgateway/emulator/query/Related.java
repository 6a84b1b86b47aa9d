package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Other resources that filters refer to. References to what does not exist match nothing. */
public interface Related {

    /** @param reference <code>{"id": 1}</code> or <code>{"externalId": "a"}</code> */
    @Nullable
    Long dataSetId(JsonNode reference);

    @Nullable
    Long assetId(String externalId);

    /**
     * The assets and all below them.
     *
     * @param references as for data sets
     * @throws org.cdfgateway.emulator.http.ApiError 400 above 100,000 assets
     */
    Set<Long> assetSubtree(Iterable<JsonNode> references);
}
