package org.cdfgateway.cdf.adapter;

import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** Counts the parents that one read goes through. Safe for use by several threads. */
public final class EnumeratedParents {
    private final String what;
    private final String keyColumns;
    private final int max;
    private final AtomicInteger seen = new AtomicInteger();

    /**
     * @param what the parents, for messages
     * @param keyColumns the columns that choose among them, for messages
     */
    public EnumeratedParents(String what, String keyColumns, int max) {
        this.what = what;
        this.keyColumns = keyColumns;
        this.max = max;
    }

    /** @throws GatewayException PROGRAM_LIMIT_EXCEEDED when it has become too many */
    public void add(int more) {
        if (seen.addAndGet(more) > max) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED, "the statement reads more than " + max + " " + what)
                    .withHint("Restrict " + keyColumns
                            + " with = or IN, or raise the setting gateway.limits.enumerated-parents.");
        }
    }
}
