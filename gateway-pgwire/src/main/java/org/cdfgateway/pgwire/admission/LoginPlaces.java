package org.cdfgateway.pgwire.admission;

import java.util.Optional;

/** Connections that are not authenticated yet: some in all, fewer from one origin. Safe for use by several threads. */
public final class LoginPlaces {
    private final Permits all;
    private final SharedPermits perOrigin;

    public LoginPlaces(int all, int perOrigin) {
        this.all = new Permits(all);
        this.perOrigin = new SharedPermits(perOrigin);
    }

    /** Empty when there is no place left. Does not block. */
    public Optional<Permit> acquire(ClientAddress client) {
        Optional<Permit> own = perOrigin.acquire(client.origin());
        Optional<Permit> shared = own.flatMap(permit -> all.acquire());
        if (shared.isEmpty()) {
            own.ifPresent(Permit::close);
            return Optional.empty();
        }
        return Optional.of(new Permit(() -> {
            shared.get().close();
            own.get().close();
        }));
    }
}
