package org.cdfgateway.emulator.category;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.schema.Violations;
import org.jspecify.annotations.Nullable;

/** The HTTP calls on security categories. */
public final class CategoryCalls {

    private static final String ACL = "securityCategoriesAcl";
    private static final String PATH = "/securitycategories";
    private static final int MAX_ITEMS = 1000;
    private static final int DEFAULT_PAGE = 25;

    private final SecurityCategories categories;

    public CategoryCalls(SecurityCategories categories) {
        this.categories = categories;
    }

    public void addTo(Routes routes) {
        routes.project("GET", PATH, Admission.needs(ACL, "LIST"), this::list)
                .project("POST", PATH, Admission.needs(ACL, "CREATE"), this::create)
                .project("POST", PATH + "/delete", Admission.needs(ACL, "DELETE"), this::delete);
    }

    private Answer list(Call call) {
        int limit = call.intParameter("limit", DEFAULT_PAGE, 1, MAX_ITEMS);
        boolean isDescending = "DESC".equals(call.parameter("sort"));
        NavigableMap<Long, String> all = isDescending ? categories.all().descendingMap() : categories.all();
        long after = call.longParameter("cursor", isDescending ? Long.MAX_VALUE : 0);
        Map<Long, String> page = new LinkedHashMap<>();
        @Nullable Long last = null;
        @Nullable Long next = null;
        for (Map.Entry<Long, String> category : all.tailMap(after, false).entrySet()) {
            if (page.size() == limit) {
                next = last;
                break;
            }
            page.put(category.getKey(), category.getValue());
            last = category.getKey();
        }
        return answer(200, page, next);
    }

    private Answer create(Call call) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : items(call)) {
            if (!item.path("name").isTextual()) {
                throw ApiError.missingFields(List.of("items[" + names.size() + "].name"));
            }
            names.add(item.path("name").textValue());
        }
        return answer(201, categories.create(names), null);
    }

    private Answer delete(Call call) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode item : items(call)) {
            if (!item.isIntegralNumber()) {
                throw Violations.wrongType("items[" + ids.size() + "]", "integer", item);
            }
            ids.add(item.longValue());
        }
        categories.delete(ids);
        return Answer.done();
    }

    private static JsonNode items(Call call) {
        JsonNode items = call.json().path("items");
        if (!items.isArray()) {
            throw Violations.wrongType("items", "array", items);
        }
        Violations violations = new Violations();
        violations.requireSize("items", items.size(), 1, MAX_ITEMS);
        violations.check();
        return items;
    }

    private static Answer answer(int status, Map<Long, String> categories, @Nullable Long nextCursor) {
        return Answer.json(status, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Map.Entry<Long, String> category : categories.entrySet()) {
                out.writeStartObject();
                out.writeStringField("name", category.getValue());
                out.writeNumberField("id", category.getKey());
                out.writeEndObject();
            }
            out.writeEndArray();
            if (nextCursor != null) {
                out.writeStringField("nextCursor", nextCursor.toString());
            }
            out.writeEndObject();
        });
    }
}
