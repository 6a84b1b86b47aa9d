package org.cdfgateway.engine.process;

/** What a cluster's data is worth. */
public enum Durability {
    /** Data survives everything PostgreSQL can survive. Damaged data is an error that a person has to look at. */
    DURABLE,
    /** Nothing is lost with the data: no fsync, and whatever looks damaged is thrown away and made anew. */
    DISPOSABLE
}
