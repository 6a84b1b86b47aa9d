package org.cdfgateway.pgwire.scan;

import java.util.List;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.message.BackendMessage.CommandComplete;
import org.cdfgateway.pgwire.message.BackendMessage.PortalSuspended;

/** Sends the rows of one result, all at once or in the portions that Execute asks for. One worker at a time uses it. */
final class ResultSender {
    private final RemoteResult result;
    private final RowWriter writer;
    private List<Row> batch = List.of();
    private int sentOfBatch;

    ResultSender(RemoteResult result) {
        this.result = result;
        this.writer = new RowWriter(result.columns());
    }

    /**
     * Sends rows, then CommandComplete, or PortalSuspended once {@code maxRows} are sent, even if they were the last.
     *
     * @param maxRows 0 for all
     */
    void send(int maxRows, PacedOutput output) {
        long left = maxRows > 0 ? maxRows : Long.MAX_VALUE;
        while (advance()) {
            while (sentOfBatch < batch.size()) {
                writer.write(batch.get(sentOfBatch++), output.buffer());
                output.pace();
                left--;
                if (left == 0) {
                    BackendEncoder.write(new PortalSuspended(), output.buffer());
                    return;
                }
            }
        }
        BackendEncoder.write(new CommandComplete(result.tag()), output.buffer());
    }

    /** Whether there is a row to send. */
    private boolean advance() {
        if (sentOfBatch < batch.size()) {
            return true;
        }
        RowBatch next = result.next();
        if (next == null) {
            return false;
        }
        batch = next.rows();
        sentOfBatch = 0;
        return true;
    }
}
