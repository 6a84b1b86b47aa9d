package org.cdfgateway.domain.port.inbound;

/** How much a client wants to see of the plans that its EXPLAIN prints. */
public enum PlanDetail {
    /** The plan as the engine prints it: there is nothing of CDF in it, or it is not printed as text. */
    AS_PRINTED,
    /** With what CDF is asked, without the lines that only VERBOSE brings. */
    BRIEF,
    /** All lines, and what CDF is asked. */
    VERBOSE
}
