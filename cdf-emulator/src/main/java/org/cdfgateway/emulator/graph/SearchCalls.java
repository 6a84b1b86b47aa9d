package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.model.ValueType;
import org.cdfgateway.emulator.model.View;
import org.jspecify.annotations.Nullable;

/** The HTTP calls that search and aggregate through one view: reference/cdf-api-data.md section 11.6. */
final class SearchCalls {

    private final Models models;
    private final Instances instances;

    SearchCalls(Models models, Instances instances) {
        this.models = models;
        this.instances = instances;
    }

    void addTo(Routes routes, Admission read) {
        routes.project("POST", "/models/instances/search", read, this::search)
                .project("POST", "/models/instances/aggregate", read, this::aggregate);
    }

    private static View view(ObjectNode body, Snapshot snapshot) {
        if (!body.path("view").isObject()) {
            throw ApiError.missingFields(List.of("view"));
        }
        return snapshot.view(DefinitionId.of(body.path("view")));
    }

    private static Predicate<Instance> matching(ObjectNode body, View view, Snapshot snapshot) {
        FilterCompiler filters = new FilterCompiler(snapshot);
        return snapshot.readable().and(filters.hasData(view)).and(filters.compile(body.path("filter")));
    }

    private Answer search(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.lagging(call, models, instances);
        View view = view(body, snapshot);
        SearchTerms terms = SearchTerms.parse(body, view);
        Predicate<Instance> matching = matching(body, view, snapshot);
        int limit = InstancePage.limit(body, GraphLimits.SEARCH_PAGE, GraphLimits.SEARCH_PAGE);
        InstanceOrder order = InstanceOrder.parse(body.path("sort"), new PropertyPaths(snapshot));
        Map<Instance, Integer> relevance = new HashMap<>();
        snapshot.instances().all(InstanceKind.of(body.path("instanceType"))).forEach(instance -> {
            int found = matching.test(instance) ? terms.relevance(instance) : 0;
            if (found > 0) {
                relevance.put(instance, found);
            }
            return true;
        });
        Comparator<Instance> byRelevance = Comparator.comparing(relevance::get, Comparator.reverseOrder());
        List<Instance> page = relevance.keySet().stream()
                .sorted(order.isByCreation() ? byRelevance.thenComparing(order) : order)
                .limit(limit)
                .toList();
        UnitChoices units = UnitChoices.parse(body.path("targetUnits"), view);
        return ListCalls.answer(page, List.of(ShownSource.of(view, units)), body, null);
    }

    private Answer aggregate(Call call) {
        ObjectNode body = call.json();
        Snapshot snapshot = Snapshot.lagging(call, models, instances);
        View view = view(body, snapshot);
        InstanceKind kind = InstanceKind.of(body.path("instanceType"));
        SearchTerms terms = SearchTerms.parse(body, view);
        Predicate<Instance> matching = matching(body, view, snapshot);
        int limit = InstancePage.limit(body, GraphLimits.AGGREGATE_PAGE, GraphLimits.MAX_ITEMS);
        List<AggregateDefinition> definitions = definitions(body, view);
        List<Accessor> groupBy = groupBy(body, view);
        Map<List<@Nullable Object>, List<Aggregate>> groups = new LinkedHashMap<>();
        if (groupBy.isEmpty()) {
            groups.put(List.of(), begin(definitions));
        }
        snapshot.instances().all(kind).forEach(instance -> {
            if (matching.test(instance) && terms.relevance(instance) > 0) {
                List<@Nullable Object> group = new ArrayList<>();
                groupBy.forEach(property -> group.add(property.of(instance)));
                List<Aggregate> aggregates = groups.computeIfAbsent(group, unused -> begin(definitions));
                for (int i = 0; i < definitions.size(); i++) {
                    definitions.get(i).add(instance, aggregates.get(i));
                }
            }
            return true;
        });
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            int written = 0;
            for (var group : groups.entrySet()) {
                if (written++ < limit) {
                    write(kind, groupBy, group.getKey(), group.getValue(), out);
                }
            }
            out.writeEndArray();
            if (body.path("includeTyping").asBoolean()) {
                out.writeFieldName("typing");
                new InstanceWriter(List.of(ShownSource.all(view))).writeTyping(out);
            }
            out.writeEndObject();
        });
    }

    private static List<Aggregate> begin(List<AggregateDefinition> definitions) {
        return definitions.stream().map(AggregateDefinition::begin).toList();
    }

    private static List<AggregateDefinition> definitions(ObjectNode body, View view) {
        JsonNode aggregates = body.path("aggregates");
        if (aggregates.size() > GraphLimits.MAX_AGGREGATES) {
            throw ApiError.badRequest("aggregates size must be between 0 and " + GraphLimits.MAX_AGGREGATES);
        }
        UnitChoices units = UnitChoices.parse(body.path("targetUnits"), view);
        List<AggregateDefinition> definitions = new ArrayList<>();
        aggregates.forEach(aggregate -> definitions.add(AggregateDefinition.parse(aggregate, view, units)));
        return definitions;
    }

    private static List<Accessor> groupBy(ObjectNode body, View view) {
        JsonNode names = body.path("groupBy");
        if (names.size() > GraphLimits.MAX_GROUP_BY) {
            throw ApiError.badRequest("groupBy size must be between 1 and " + GraphLimits.MAX_GROUP_BY);
        }
        List<Accessor> properties = new ArrayList<>();
        for (JsonNode name : names) {
            Accessor property = PropertyPaths.ofView(view, name.asText());
            ValueType type = property.type().value();
            boolean canGroup = type.isNumber()
                    || type == ValueType.TEXT
                    || type == ValueType.DIRECT
                    || type == ValueType.BOOLEAN
                    || type == ValueType.ENUM;
            if (!canGroup || property.type().isList()) {
                throw ApiError.badRequest("Cannot group by '" + property.name() + "'");
            }
            properties.add(property);
        }
        return properties;
    }

    private static void write(
            InstanceKind kind,
            List<Accessor> groupBy,
            List<@Nullable Object> group,
            List<Aggregate> aggregates,
            JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("instanceType", kind.word());
        if (!groupBy.isEmpty()) {
            out.writeObjectFieldStart("group");
            for (int i = 0; i < groupBy.size(); i++) {
                Object value = group.get(i);
                if (value != null) {
                    out.writeFieldName(groupBy.get(i).name());
                    groupBy.get(i).type().write(value, out);
                }
            }
            out.writeEndObject();
        }
        out.writeArrayFieldStart("aggregates");
        for (Aggregate aggregate : aggregates) {
            aggregate.write(out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
