package org.cdfgateway.domain.port.inbound;

import org.cdfgateway.domain.error.GatewayException;

/**
 * Looks at what a client wants the engine to run. Pure and quick: its cost is linear in the text. Safe for use by several
 * threads.
 */
public interface StatementGuard {

    /**
     * Decides on {@code sql}, which may hold several statements. Its text usually stays the same instance. COPY into a CDF
     * table gets the name of the table that can take it; a statement that is not allowed becomes one that fails with the
     * right error, so that transaction state and pipelines stay the engine's business.
     */
    Admission admit(String sql);

    /** What becomes of the plans that the text's EXPLAINs print; the largest detail when it holds several. */
    default PlanDetail planDetail(String sql) {
        return PlanDetail.AS_PRINTED;
    }

    /**
     * Checks a setting that comes with the start-up message.
     *
     * @throws GatewayException INSUFFICIENT_PRIVILEGE or INVALID_PARAMETER_VALUE when it is not allowed
     */
    void admitSetting(String name, String value);
}
