package org.cdfgateway.pgwire.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes guessing of passwords hopeless. Answers to failures take longer with each failure of the user or of the address.
 * A user is locked out at an address after some failures from there, and stays free everywhere else, so nobody can lock
 * others out. An address is locked out after several times as many failures with whatever names, but for users who have
 * logged in from there before. Bounded in memory, of this gateway only, and told in the log. An IPv6 network of 64 bits
 * counts as one address. Safe for use by several threads.
 */
public final class FailedLogins {
    private static final Logger LOG = LoggerFactory.getLogger(FailedLogins.class);
    private static final int MAX_KEYS = 10_000;
    /** As many users of one address may mistype their passwords before others there suffer. */
    private static final int USERS_PER_ADDRESS = 5;

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 4;
    /** Longer names belong to nobody (GatewayUser), and would only take memory. */
    private static final int MAX_NAME = 63;

    private static final Duration MEMORY_WITHOUT_LOCK_OUT = Duration.ofMinutes(1);

    private final int failuresOfUser;
    private final Duration lockOut;
    private final Clock clock;
    private final FailureCounts users;
    private final FailureCounts addresses;
    private final FailureCounts pairs;
    private final Set<String> seenThere = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_KEYS;
        }
    });

    public FailedLogins(LoginLimits limits, Clock clock) {
        this.failuresOfUser = limits.failures();
        this.lockOut = limits.lockOut();
        this.clock = clock;
        Duration memory = lockOut.isZero() ? MEMORY_WITHOUT_LOCK_OUT : lockOut;
        this.users = new FailureCounts(MAX_KEYS, memory);
        this.addresses = new FailureCounts(MAX_KEYS, memory);
        this.pairs = new FailureCounts(MAX_KEYS, memory);
    }

    /**
     * To be asked before a password is looked at. Says the same of users that exist and of others.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user is locked out there, or the address is
     */
    public synchronized void check(String user, ClientAddress client) {
        if (lockOut.isZero()) {
            return;
        }
        Instant now = clock.instant();
        String pair = pair(user, client);
        if (pairs.of(pair, now) >= failuresOfUser) {
            throw lockedOut("for user \"" + user + "\" from this address", pairs.remaining(pair, now));
        }
        String origin = client.origin();
        if (addresses.of(origin, now) >= failuresOfUser * USERS_PER_ADDRESS && !seenThere.contains(pair)) {
            throw lockedOut("from this address", addresses.remaining(origin, now));
        }
    }

    /**
     * A password was wrong, or nobody has the name.
     *
     * @param isKnown whether there is such a user; other names are not logged, since people type passwords there
     * @return how long the answer should wait
     */
    public synchronized Duration failed(String user, ClientAddress client, boolean isKnown) {
        Instant now = clock.instant();
        int ofPair = pairs.failed(pair(user, client), now);
        int ofUser = users.failed(name(user), now);
        int ofAddress = addresses.failed(client.origin(), now);
        String shown = isKnown ? "user " + user : "an unknown user";
        LOG.info("login of {} from {} failed, failure {} from there", shown, client, ofPair);
        if (!lockOut.isZero() && ofPair == failuresOfUser) {
            LOG.warn("{} is locked out at {} for {}", shown, client, lockOut);
        }
        if (!lockOut.isZero() && ofAddress == failuresOfUser * USERS_PER_ADDRESS) {
            LOG.warn("address {} is locked out for {}: {} failed logins", client, lockOut, ofAddress);
        }
        int doublings = Math.min(Math.max(ofUser, ofAddress) - 1, MOST_DOUBLINGS);
        return FIRST_DELAY.multipliedBy(1L << doublings);
    }

    /** The password was right. */
    public synchronized void succeeded(String user, ClientAddress client) {
        String pair = pair(user, client);
        pairs.forget(pair);
        seenThere.add(pair);
    }

    private static GatewayException lockedOut(String what, Duration remaining) {
        return new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "too many failed logins " + what)
                .withHint("Try again in " + Math.max(1, remaining.toSeconds()) + " seconds.");
    }

    private static String name(String user) {
        return user.length() > MAX_NAME ? "" : user;
    }

    private static String pair(String user, ClientAddress client) {
        return client.origin() + " " + name(user);
    }
}
