package org.cdfgateway.app.cli;

import java.util.concurrent.CountDownLatch;
import org.cdfgateway.app.wiring.StartedParts;

/** Ties what a command starts to the life of the process. */
final class UntilStopped {

    private UntilStopped() {}

    /** Parts that are stopped when the process ends, by a signal or because the command is through. */
    static StartedParts parts() {
        StartedParts parts = new StartedParts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        return parts;
    }

    /** Waits until a signal ends the process. */
    static int await() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}
