package org.cdfgateway.pgwire.error;

import java.util.concurrent.ThreadLocalRandom;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what was thrown into what the client is told. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * A failure somebody foresaw, as it is. Any other is logged under a reference number, which is all that the client
     * gets to see of it.
     */
    public static Diagnostic diagnose(Severity severity, Throwable failure) {
        GatewayException foreseen =
                failure instanceof GatewayException gatewayException ? gatewayException : unforeseen(failure);
        if (foreseen.kind() == ErrorKind.INTERNAL_ERROR && foreseen == failure) {
            LOG.error("internal error", foreseen);
        }
        return new Diagnostic(
                severity,
                foreseen.reportedCode()
                        .orElseGet(() -> SqlState.of(foreseen.kind()).code()),
                foreseen.text(),
                foreseen.detail(),
                foreseen.hint());
    }

    /** A warning to the user, in the class of warnings that have no code of their own. */
    public static Diagnostic warning(String text) {
        return Diagnostic.of(Severity.WARNING, SqlState.WARNING.code(), text);
    }

    private static GatewayException unforeseen(Throwable failure) {
        String reference = Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000_0000, Integer.MAX_VALUE));
        LOG.error("internal error, reference {}", reference, failure);
        return new GatewayException(ErrorKind.INTERNAL_ERROR, "internal error, reference " + reference)
                .withHint("The gateway's log tells more under this reference.");
    }
}
