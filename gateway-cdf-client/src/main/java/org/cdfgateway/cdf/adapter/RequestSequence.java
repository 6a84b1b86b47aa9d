package org.cdfgateway.cdf.adapter;

import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.PartialWriteException;

/** Sends the requests of one insert, one after the other, and remembers what was accepted when one fails. */
public final class RequestSequence {
    private long acceptedRows;

    /**
     * @param rows that the request writes
     * @throws GatewayException when the first request fails
     * @throws PartialWriteException when a later one fails
     */
    public void send(int rows, Runnable request) {
        try {
            request.run();
        } catch (GatewayException e) {
            if (acceptedRows == 0) {
                throw e;
            }
            throw new PartialWriteException(acceptedRows, e);
        }
        acceptedRows += rows;
    }
}
