package org.cdfgateway.domain.table.custom;

/** What the rows of a view are. */
public enum InstanceKind {
    NODES("node"),
    EDGES("edge");

    private final String instanceType;

    InstanceKind(String instanceType) {
        this.instanceType = instanceType;
    }

    /** {@code instanceType} in CDF's JSON. */
    public String instanceType() {
        return instanceType;
    }
}
