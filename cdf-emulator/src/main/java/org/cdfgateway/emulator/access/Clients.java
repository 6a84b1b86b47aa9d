package org.cdfgateway.emulator.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.right.Reach;
import org.cdfgateway.emulator.right.Rights;

/** The known clients and their groups. For any number of threads. */
final class Clients {

    private record Member(String secret, List<Group> groups) {}

    private final Map<String, Member> members = new ConcurrentHashMap<>();

    Clients(Collection<EmulatedClient> clients) {
        clients.forEach(this::put);
    }

    /** Adds a client or replaces it, its secret and its rights. */
    void put(EmulatedClient client) {
        members.put(client.id(), new Member(client.secret(), List.of(group(client.id(), client.capabilities()))));
    }

    void remove(String clientId) {
        members.remove(clientId);
    }

    /** Gives a client exactly these rights, at once also in tokens that it already has. */
    void grant(String clientId, Collection<Capability> capabilities) {
        members.computeIfPresent(
                clientId, (id, member) -> new Member(member.secret(), List.of(group(id, List.copyOf(capabilities)))));
    }

    boolean knows(String clientId) {
        return members.containsKey(clientId);
    }

    boolean accepts(String clientId, String secret) {
        Member member = members.get(clientId);
        return member != null
                && MessageDigest.isEqual(
                        member.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    List<Group> groupsOf(String clientId) {
        Member member = members.get(clientId);
        return member == null ? List.of() : member.groups();
    }

    /** Looked up again for every right that is asked for. */
    Rights rightsOf(String clientId) {
        return right -> Reach.of(groupsOf(clientId).stream()
                .flatMap(group -> group.capabilities().stream())
                .filter(capability -> capability.grants(right))
                .map(Capability::scope)
                .toList());
    }

    private static Group group(String clientId, List<Capability> capabilities) {
        return new Group(Integer.toUnsignedLong(clientId.hashCode()) + 1, "members-of-" + clientId, capabilities);
    }
}
