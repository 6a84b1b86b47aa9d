package org.cdfgateway.pgwire.engine;

import org.cdfgateway.pgwire.error.SqlState;
import org.cdfgateway.pgwire.message.Diagnostic;

/** The engine did not open or bind a session, and says why. */
public final class EngineRefusedException extends RuntimeException {
    private final Diagnostic diagnostic;

    EngineRefusedException(Diagnostic diagnostic) {
        super(diagnostic.sqlState() + ": " + diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** Whether it is the gateway that is not let in: nothing the client could do about, or should know. */
    public boolean isAboutOurLogin() {
        return SqlState.isInvalidAuthorization(diagnostic.sqlState());
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
