package org.cdfgateway.emulator.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** All definitions at one moment. Immutable; what is derived from them is kept once it was asked for. */
public final class ModelState {

    static final ModelState EMPTY = new ModelState(Map.of());

    private final Map<DefinitionKind, NavigableMap<DefinitionId, Definition>> definitions =
            new EnumMap<>(DefinitionKind.class);
    private final Map<DefinitionId, Container> containers = new ConcurrentHashMap<>();
    private final Map<DefinitionId, View> views = new ConcurrentHashMap<>();

    /** @param definitions owned by the state from now on */
    ModelState(Map<DefinitionKind, NavigableMap<DefinitionId, Definition>> definitions) {
        for (DefinitionKind kind : DefinitionKind.values()) {
            this.definitions.put(kind, definitions.getOrDefault(kind, new TreeMap<>()));
        }
    }

    NavigableMap<DefinitionId, Definition> all(DefinitionKind kind) {
        NavigableMap<DefinitionId, Definition> all = definitions.get(kind);
        return Collections.unmodifiableNavigableMap(all == null ? new TreeMap<>() : all);
    }

    @Nullable
    Definition find(DefinitionKind kind, DefinitionId id) {
        return all(kind).get(id);
    }

    boolean has(DefinitionKind kind, DefinitionId id) {
        return all(kind).containsKey(id);
    }

    /** How many a project made itself. */
    public long count(DefinitionKind kind) {
        return all(kind).values().stream()
                .filter(definition -> !definition.isGlobal())
                .count();
    }

    /** How many there are in a space. */
    public long count(DefinitionKind kind, String space) {
        return inSpace(kind, space).size();
    }

    Collection<Definition> inSpace(DefinitionKind kind, String space) {
        return all(kind)
                .subMap(new DefinitionId(space, "", ""), true, new DefinitionId(space + "\0", "", ""), false)
                .values();
    }

    /** Every version of one view or data model. */
    Collection<Definition> versions(DefinitionKind kind, DefinitionId id) {
        return all(kind)
                .subMap(id.withVersion(""), true, new DefinitionId(id.space(), id.externalId() + "\0", ""), false)
                .values();
    }

    /** The version that was created last; null when there is none. */
    @Nullable
    Definition newestVersion(DefinitionKind kind, DefinitionId id) {
        return versions(kind, id).stream()
                .max(Comparator.comparingLong(Definition::serial))
                .orElse(null);
    }

    public boolean hasSpace(String space) {
        return has(DefinitionKind.SPACE, new DefinitionId(space, "", ""));
    }

    /** Names of all spaces. */
    public Collection<String> spaces() {
        return all(DefinitionKind.SPACE).keySet().stream()
                .map(DefinitionId::space)
                .toList();
    }

    /** Whether a space belongs to the system. */
    public boolean isGlobal(String space) {
        Definition definition = find(DefinitionKind.SPACE, new DefinitionId(space, "", ""));
        return definition != null && definition.isGlobal();
    }

    public @Nullable Container container(DefinitionId id) {
        Container known = containers.get(id);
        if (known != null) {
            return known;
        }
        Definition definition = find(DefinitionKind.CONTAINER, id);
        if (definition == null) {
            return null;
        }
        Container container = Container.of(definition);
        containers.put(id, container);
        return container;
    }

    public @Nullable View view(DefinitionId id) {
        View known = views.get(id);
        if (known != null) {
            return known;
        }
        Definition definition = find(DefinitionKind.VIEW, id);
        if (definition == null) {
            return null;
        }
        View view = View.of(definition, this);
        views.put(id, view);
        return view;
    }

    /** @throws ApiError 400 when there is none */
    public Container requireContainer(DefinitionId id) {
        Container container = container(id);
        if (container == null) {
            throw unknown("containers", id);
        }
        return container;
    }

    /** @throws ApiError 400 when there is none */
    public View requireView(DefinitionId id) {
        View view = view(id);
        if (view == null) {
            throw unknown("views", id);
        }
        return view;
    }

    static ApiError unknown(String plural, DefinitionId id) {
        return ApiError.missing(400, "One or more " + plural + " do not exist: " + id, List.of(id.reference()));
    }

    /** Properties of all containers that the project made itself. */
    public long containerProperties() {
        return all(DefinitionKind.CONTAINER).values().stream()
                .filter(definition -> !definition.isGlobal())
                .mapToLong(definition -> definition.json().path("properties").size())
                .sum();
    }

    /** Views that map a container, each with the versions asked for. */
    public Collection<View> viewsOf(DefinitionId container, boolean allVersions) {
        return all(DefinitionKind.VIEW).values().stream()
                .filter(definition -> allVersions || isNewest(definition))
                .map(definition -> view(definition.id()))
                .filter(view -> view != null && view.containers().contains(container))
                .toList();
    }

    boolean isNewest(Definition definition) {
        Definition newest = newestVersion(definition.kind(), definition.id());
        return newest != null && newest.serial() == definition.serial();
    }
}
