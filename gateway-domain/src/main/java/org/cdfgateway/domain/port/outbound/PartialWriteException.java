package org.cdfgateway.domain.port.outbound;

import org.cdfgateway.domain.error.GatewayException;

/** A write that failed after part of its rows had been accepted. */
public final class PartialWriteException extends RuntimeException {
    private final long acceptedRows;
    private final GatewayException failure;

    public PartialWriteException(long acceptedRows, GatewayException failure) {
        super(failure.getMessage(), failure);
        this.acceptedRows = acceptedRows;
        this.failure = failure;
    }

    /** Rows that CDF has stored and keeps. */
    public long acceptedRows() {
        return acceptedRows;
    }

    public GatewayException failure() {
        return failure;
    }
}
