package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Checks that items refer to what exists; the errors are those of reference/cdf-api-resources.md section 1.13. */
final class ReferenceChecks {

    private final ItemStore dataSets;
    private final ItemStore assets;
    private final ItemStore labels;
    private final Consumer<Collection<Long>> categories;

    /** @param categories refuses unknown security categories */
    ReferenceChecks(ItemStore dataSets, ItemStore assets, ItemStore labels, Consumer<Collection<Long>> categories) {
        this.dataSets = dataSets;
        this.assets = assets;
        this.labels = labels;
        this.categories = categories;
    }

    /** Security categories that are new to their item must exist. */
    void categories(List<Draft> drafts, Field field) {
        Set<Long> used = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            if (draft.changes(field) && draft.get(field) instanceof long[] ids) {
                Arrays.stream(ids).forEach(used::add);
            }
        }
        categories.accept(used);
    }

    /** As assets and events say it: the ids in the text. */
    void dataSetsInText(List<Draft> drafts, Field field) {
        Set<Long> unknown = unknownIds(drafts, field, dataSets);
        if (!unknown.isEmpty()) {
            throw ApiError.badRequest("Invalid dataSetIds: " + join(unknown));
        }
    }

    /** As time series say it: the ids in a list. */
    void dataSetsInList(List<Draft> drafts, Field field) {
        dataSets(drafts, field, "Data set ids not found");
    }

    /** @param message of the error, which lists the ids */
    void dataSets(List<Draft> drafts, Field field, String message) {
        refuse(unknownIds(drafts, field, dataSets), message);
    }

    /** @param field of one id or of several */
    void assets(List<Draft> drafts, Field field) {
        assets(drafts, field, "Asset ids not found");
    }

    void assets(List<Draft> drafts, Field field, String message) {
        refuse(unknownIds(drafts, field, assets), message);
    }

    /** Fills in the roots of the assets that time series and sequences are at. */
    void fillRoots(List<Draft> drafts, Field assetId, Field rootId) {
        for (Draft draft : drafts) {
            if (draft.changes(assetId)) {
                Long id = draft.number(assetId);
                Item asset = id == null ? null : assets.find(id);
                draft.set(rootId, asset == null ? null : AssetSchema.ROOT_ID.of(asset));
            }
        }
    }

    void labels(List<Draft> drafts, Field field) {
        Set<String> unknown = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            if (draft.changes(field) && draft.get(field) instanceof String[] names) {
                for (String name : names) {
                    if (labels.find(name) == null) {
                        unknown.add(name);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw ApiError.missing(
                    400,
                    "Label ids not found",
                    unknown.stream()
                            .<JsonNode>map(name -> Json.newObject().put("externalId", name))
                            .toList());
        }
    }

    private static Set<Long> unknownIds(List<Draft> drafts, Field field, ItemStore store) {
        Set<Long> unknown = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            if (draft.changes(field)) {
                Object value = draft.get(field);
                long[] ids = value instanceof Long id
                        ? new long[] {id}
                        : value instanceof long[] several ? several : new long[0];
                for (long id : ids) {
                    if (store.find(id) == null) {
                        unknown.add(id);
                    }
                }
            }
        }
        return unknown;
    }

    private static void refuse(Set<Long> unknown, String message) {
        if (!unknown.isEmpty()) {
            throw ApiError.missing(
                    400,
                    message,
                    unknown.stream()
                            .<JsonNode>map(id -> Json.newObject().put("id", id))
                            .toList());
        }
    }

    static String join(Set<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }
}
