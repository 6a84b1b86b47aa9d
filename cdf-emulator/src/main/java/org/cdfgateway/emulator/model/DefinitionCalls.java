package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.resource.RequestItems;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.ScopeKind;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.jspecify.annotations.Nullable;

/** The HTTP calls of one kind of definition: create, list, by ids, delete. */
final class DefinitionCalls {

    private final Models models;
    private final DefinitionKind kind;
    private final ObjectShape reference;

    /** @param reference what names one in requests */
    DefinitionCalls(Models models, DefinitionKind kind, ObjectShape reference) {
        this.models = models;
        this.kind = kind;
        this.reference = reference;
    }

    void addTo(Routes routes) {
        String path = "/models/" + kind.path();
        Admission read = Admission.needs("dataModelsAcl", "READ");
        Admission write = Admission.needs("dataModelsAcl", "WRITE").on(ScopeKind.SPACE, RequestSpaces::ofItems);
        routes.project("POST", path, write, this::upsert)
                .project("GET", path, read, this::list)
                .project("POST", path + "/byids", read, this::byIds)
                .project("POST", path + "/delete", write, this::delete);
    }

    private Answer upsert(Call call) {
        List<JsonNode> items = RequestItems.of(call.json().path("items"), ModelLimits.ITEMS);
        List<Definition> definitions = models.upsert(kind, items);
        return page(definitions, models.state(), AnswerChoices.USUAL, null);
    }

    private Answer list(Call call) {
        int limit = call.intParameter("limit", ModelLimits.DEFAULT_PAGE, 1, ModelLimits.MAX_PAGE);
        String space = call.parameter("space");
        boolean includesGlobal = call.flag("includeGlobal");
        boolean allVersions = call.flag("allVersions");
        Predicate<Definition> usable = usedFor(call.parameter("usedFor"));
        int query = List.of(kind, String.valueOf(space), includesGlobal, allVersions)
                .hashCode();
        String cursor = call.parameter("cursor");
        ModelState state = models.state();
        Collection<Definition> candidates = cursor == null || cursor.isEmpty()
                ? state.all(kind).values()
                : state.all(kind).tailMap(place(query, cursor), false).values();
        List<Definition> found = candidates.stream()
                .filter(definition -> space == null || definition.id().space().equals(space))
                .filter(definition -> includesGlobal || !definition.isGlobal())
                .filter(readable(call))
                .filter(definition -> allVersions || state.isNewest(definition))
                .filter(usable)
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<Definition> page = more ? found.subList(0, limit) : found;
        return page(page, state, AnswerChoices.of(call), more ? cursor(query, page.get(limit - 1)) : null);
    }

    private static Predicate<Definition> usedFor(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return definition -> !definition.json().path("usedFor").asText().equals("record");
        }
        Set<String> chosen = Set.copyOf(Arrays.asList(words.split(",", -1)));
        return definition -> chosen.contains(definition.json().path("usedFor").asText());
    }

    /** Definitions of the system are for everybody. */
    private static Predicate<Definition> readable(Call call) {
        Reach reach = call.reach("dataModelsAcl", "READ");
        return definition -> definition.isGlobal()
                || reach.contains(ScopeKind.SPACE, definition.id().space());
    }

    private static String cursor(int query, Definition last) {
        DefinitionId id = last.id();
        return PageCursor.encode(query, id.space() + "/" + id.externalId() + "/" + id.version());
    }

    private static DefinitionId place(int query, String cursor) {
        String[] parts = PageCursor.decode(query, cursor).split("/", -1);
        return new DefinitionId(parts[0], parts[1], parts[2]);
    }

    /** Unknown ids are left out; a reference without version means all versions. */
    private Answer byIds(Call call) {
        ModelState state = models.state();
        Set<Definition> found = new LinkedHashSet<>();
        for (DefinitionId id : ids(call.json(), kind == DefinitionKind.VIEW || kind == DefinitionKind.DATA_MODEL)) {
            if (id.version().isEmpty()) {
                found.addAll(state.versions(kind, id));
            } else {
                Definition definition = state.find(kind, id);
                if (definition != null) {
                    found.add(definition);
                }
            }
        }
        found.removeIf(readable(call).negate());
        return page(found, state, AnswerChoices.of(call), null);
    }

    private Answer delete(Call call) {
        List<DefinitionId> deleted = models.delete(kind, ids(call.json(), false));
        return JsonAnswers.page(deleted.stream().map(DefinitionId::json).toList(), null);
    }

    private List<DefinitionId> ids(ObjectNode body, boolean maybeVersioned) {
        Violations violations = new Violations();
        ObjectShape shape = maybeVersioned ? References.MAYBE_VERSIONED : reference;
        List<DefinitionId> ids = new ArrayList<>();
        for (JsonNode item : RequestItems.of(body.path("items"), ModelLimits.ITEMS)) {
            ids.add(DefinitionId.of(shape.read(item, "", violations)));
        }
        violations.check();
        if (ids.size() != Set.copyOf(ids).size()) {
            throw ApiError.badRequest("Duplicate items in the request");
        }
        return ids;
    }

    private Answer page(
            Collection<Definition> page, ModelState state, AnswerChoices choices, @Nullable String nextCursor) {
        return JsonAnswers.page(
                page.stream()
                        .map(definition -> kind.rules().answer(definition, state, choices))
                        .toList(),
                nextCursor);
    }
}
