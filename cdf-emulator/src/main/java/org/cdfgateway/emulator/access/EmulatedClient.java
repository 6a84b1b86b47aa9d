package org.cdfgateway.emulator.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that can get tokens with its id and secret, and what it may do.
 *
 * @param capabilities given by a group of the project that has only this client as member
 * @param groupIds the groups of the identity provider it is in; project groups with one of them as {@code sourceId}
 *     apply to it, too
 */
public record EmulatedClient(String id, String secret, List<Capability> capabilities, Set<String> groupIds) {

    public EmulatedClient {
        capabilities = List.copyOf(capabilities);
        groupIds = Set.copyOf(groupIds);
    }

    public EmulatedClient(String id, String secret, List<Capability> capabilities) {
        this(id, secret, capabilities, Set.of());
    }

    /** May do everything. */
    public static EmulatedClient admin(String id, String secret) {
        return new EmulatedClient(
                id, secret, KnownAcl.ALL_KNOWN.stream().map(KnownAcl::complete).toList());
    }

    /** Has only the rights of project groups with one of these source ids. */
    public static EmulatedClient inGroups(String id, String secret, String... groupIds) {
        return new EmulatedClient(id, secret, List.of(), Set.of(groupIds));
    }

    /** The identity provider's group that has only this client in it. */
    String ownGroupId() {
        return "only-" + id;
    }

    Set<String> allGroupIds() {
        return Stream.concat(Stream.of(ownGroupId()), groupIds.stream()).collect(Collectors.toUnmodifiableSet());
    }

    EmulatedClient with(List<Capability> others) {
        return new EmulatedClient(id, secret, others, groupIds);
    }

    @Override
    public String toString() {
        return "EmulatedClient[" + id + "]";
    }
}
