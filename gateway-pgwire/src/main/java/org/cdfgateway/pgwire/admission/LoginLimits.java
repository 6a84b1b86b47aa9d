package org.cdfgateway.pgwire.admission;

import java.time.Duration;

/**
 * Bounds on those who are not authenticated yet.
 *
 * @param allowed from where anybody is listened to at all
 * @param timeout for everything from the connection to the end of the authentication
 * @param atATime connections that may be logging in at the same time
 * @param atATimePerAddress of these, from one address
 * @param failures of one user from one address, after which both together are locked out
 * @param lockOut how long; zero for never
 */
public record LoginLimits(
        AllowedAddresses allowed,
        Duration timeout,
        int atATime,
        int atATimePerAddress,
        int failures,
        Duration lockOut) {
    public static final LoginLimits DEFAULT =
            new LoginLimits(AllowedAddresses.ALL, Duration.ofSeconds(30), 100, 40, 10, Duration.ofMinutes(5));

    public LoginLimits {
        require(!timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "> 0");
        require(atATime >= 1, "atATime", atATime, ">= 1");
        require(atATimePerAddress >= 1, "atATimePerAddress", atATimePerAddress, ">= 1");
        require(failures >= 1, "failures", failures, ">= 1");
        require(!lockOut.isNegative(), "lockOut", lockOut, ">= 0");
    }

    public LoginLimits allowing(AllowedAddresses addresses) {
        return new LoginLimits(addresses, timeout, atATime, atATimePerAddress, failures, lockOut);
    }

    public LoginLimits withPlaces(int all, int perAddress) {
        return new LoginLimits(allowed, timeout, all, perAddress, failures, lockOut);
    }

    public LoginLimits withLockOut(int afterFailures, Duration time) {
        return new LoginLimits(allowed, timeout, atATime, atATimePerAddress, afterFailures, time);
    }

    public LoginLimits withTimeout(Duration time) {
        return new LoginLimits(allowed, time, atATime, atATimePerAddress, failures, lockOut);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
