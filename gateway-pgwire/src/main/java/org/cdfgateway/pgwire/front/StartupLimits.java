package org.cdfgateway.pgwire.front;

import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import org.cdfgateway.pgwire.admission.Permit;

/** What holds for a connection until it is authenticated: a place among those that log in, and a time to do it. */
record StartupLimits(Permit place, Future<?> deadline) {
    static final AttributeKey<StartupLimits> KEY = AttributeKey.valueOf(StartupLimits.class, "limits");

    /** More often than once does nothing. */
    void lift() {
        place.close();
        deadline.cancel(false);
    }
}
