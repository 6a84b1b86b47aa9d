package org.cdfgateway.engine.process;

import java.util.List;
import java.util.Map;

/**
 * What sets one cluster apart from another.
 *
 * @param name directory below the state directory, and the name in process lists; lower-case letters
 * @param settings PostgreSQL's settings, which win over {@code postgresql.conf}
 * @param access lines of {@code pg_hba.conf}, besides the gateway's own
 * @param addressSpaceBytes how much memory one PostgreSQL process can map, shared memory included; 0 for no limit. Past
 *     it a statement fails with 53200, which is better than the kernel killing a process: that ends all sessions
 */
public record ClusterSpec(
        String name, Durability durability, Map<String, String> settings, List<String> access, long addressSpaceBytes) {

    public ClusterSpec {
        settings = Map.copyOf(settings);
        access = List.copyOf(access);
        if (addressSpaceBytes < 0) {
            throw new IllegalArgumentException("addressSpaceBytes: " + addressSpaceBytes + " (expected: >= 0)");
        }
    }
}
