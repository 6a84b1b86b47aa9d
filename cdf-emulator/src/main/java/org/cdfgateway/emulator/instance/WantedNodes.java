package org.cdfgateway.emulator.instance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/** Nodes that the instances of one request refer to, and as what. */
final class WantedNodes {

    /** How a node is referred to. */
    enum Role {
        DIRECT_RELATION("target of a direct relation"),
        START_NODE("start node of an edge"),
        END_NODE("end node of an edge");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isCreated(IngestOptions options) {
            return switch (this) {
                case DIRECT_RELATION -> options.autoCreateDirectRelations();
                case START_NODE -> options.autoCreateStartNodes();
                case END_NODE -> options.autoCreateEndNodes();
            };
        }
    }

    /** @param container where the node must have values, null for any node */
    record Wish(Role role, @Nullable DefinitionId container) {}

    private final Map<InstanceId, Set<Wish>> wishes = new LinkedHashMap<>();

    void add(InstanceId node, Role role, @Nullable DefinitionId container) {
        wishes.computeIfAbsent(node, unused -> new LinkedHashSet<>()).add(new Wish(role, container));
    }

    Map<InstanceId, Set<Wish>> all() {
        return wishes;
    }
}
