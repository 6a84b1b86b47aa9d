package org.cdfgateway.emulator.journal;

import java.io.IOException;

/** A data directory that the emulator cannot start with; the message says which, why, and what helps. */
public final class DataDirectoryException extends IOException {

    private static final long serialVersionUID = 1L;

    public DataDirectoryException(String message) {
        super(message);
    }
}
