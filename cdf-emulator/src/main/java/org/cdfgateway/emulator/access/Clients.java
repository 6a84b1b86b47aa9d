package org.cdfgateway.emulator.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.right.Rights;
import org.cdfgateway.emulator.right.Scope;
import org.jspecify.annotations.Nullable;

/** The known clients, each with a group of its own. For any number of threads. */
final class Clients {

    private final Map<String, EmulatedClient> byId = new ConcurrentHashMap<>();
    private final Map<String, Long> ownGroups = new HashMap<>();
    private final Groups groups;
    private final RandomText texts;

    Clients(Collection<EmulatedClient> clients, Groups groups, RandomText texts) {
        this.groups = groups;
        this.texts = texts;
        clients.forEach(this::put);
    }

    /** Adds a client or replaces it, its secret and its rights. */
    synchronized void put(EmulatedClient client) {
        Long group = ownGroups.computeIfAbsent(client.id(), unused -> texts.nextId());
        groups.replace(group, GroupJson.spec("members-of-" + client.id(), client.ownGroupId(), client.capabilities()));
        byId.put(client.id(), client);
    }

    synchronized void remove(String clientId) {
        byId.remove(clientId);
        Long group = ownGroups.remove(clientId);
        if (group != null) {
            groups.remove(group);
        }
    }

    Optional<EmulatedClient> find(String clientId) {
        return Optional.ofNullable(byId.get(clientId));
    }

    boolean knows(String clientId) {
        return byId.containsKey(clientId);
    }

    boolean accepts(String clientId, @Nullable String secret) {
        EmulatedClient client = byId.get(clientId);
        return client != null
                && secret != null
                && MessageDigest.isEqual(
                        client.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    Collection<EmulatedClient> all() {
        return List.copyOf(byId.values());
    }

    List<Group> groupsOf(String clientId) {
        EmulatedClient client = byId.get(clientId);
        return client == null ? List.of() : groups.of(client);
    }

    /** As they are now. */
    Rights rightsOf(String clientId) {
        List<Group> own = groupsOf(clientId);
        Map<Right, Reach> known = new ConcurrentHashMap<>();
        return right -> known.computeIfAbsent(right, unused -> reach(own, right));
    }

    private static Reach reach(List<Group> groups, Right right) {
        List<Scope> scopes = new ArrayList<>();
        for (Group group : groups) {
            for (Capability capability : group.capabilities()) {
                if (capability.grants(right)) {
                    scopes.add(capability.scope());
                }
            }
        }
        return Reach.of(scopes);
    }
}
