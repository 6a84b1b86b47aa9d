package org.cdfgateway.emulator.model;

import java.util.Locale;

/** Which instances a container or view is for. */
public enum UsedFor {
    NODE,
    EDGE,
    RECORD,
    /** Nodes and edges. */
    ALL;

    static UsedFor of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param instanceType {@code node} or {@code edge} */
    public boolean fits(String instanceType) {
        return this == ALL || word().equals(instanceType);
    }
}
