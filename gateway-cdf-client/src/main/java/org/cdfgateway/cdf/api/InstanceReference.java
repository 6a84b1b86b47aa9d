package org.cdfgateway.cdf.api;

/** Names an instance of data modeling; {@code instanceType} says whether a node or an edge. */
public record InstanceReference(String space, String externalId) {

    /** The same as it stands in lists of instances to look up or delete. */
    public Typed typed(String instanceType) {
        return new Typed(instanceType, space, externalId);
    }

    /** @param instanceType {@code node} or {@code edge} */
    public record Typed(String instanceType, String space, String externalId) {}
}
