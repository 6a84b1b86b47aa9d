package org.cdfgateway.app.config;

import static org.cdfgateway.app.config.Setting.defaulted;

import java.time.Duration;
import java.util.List;

/**
 * Bounds on SQL clients that are not authenticated yet.
 *
 * @param atATime connections
 * @param atATimePerAddress of these, from one address
 * @param timeout from the connection to the end of the authentication
 * @param failures of one user from one address before both together are locked out
 * @param lockOut zero for never
 */
public record LoginConfig(int atATime, int atATimePerAddress, Duration timeout, int failures, Duration lockOut) {

    private static final Setting<Integer> AT_A_TIME = defaulted(
            "gateway.logins.at-a-time",
            SettingType.COUNT,
            "100",
            "SQL clients that may be logging in at the same time; more are refused.");
    private static final Setting<Integer> AT_A_TIME_PER_ADDRESS = defaulted(
            "gateway.logins.at-a-time-per-address",
            SettingType.COUNT,
            "40",
            "Of these, from one address, so that no address can take all places.");
    private static final Setting<Duration> TIMEOUT = defaulted(
            "gateway.logins.timeout",
            SettingType.DURATION,
            "30s",
            "How long a client may take from its connection to the end of its authentication.");
    private static final Setting<Integer> FAILURES = defaulted(
            "gateway.logins.failures",
            SettingType.COUNT,
            "10",
            "Failed logins of a user from one address after which the user is locked out there, and only there; five"
                    + " times as many with whatever names lock the address out, but for users who have logged in from"
                    + " it before. Answers take longer with each failure.");
    private static final Setting<Duration> LOCK_OUT = defaulted(
            "gateway.logins.lock-out",
            SettingType.DURATION,
            "5min",
            "How long a lock-out lasts since the last failure; 0 for no lock-out.");

    static final SettingGroup SETTINGS =
            new SettingGroup("Logins", List.of(AT_A_TIME, AT_A_TIME_PER_ADDRESS, TIMEOUT, FAILURES, LOCK_OUT));

    public LoginConfig {
        if (timeout.isZero()) {
            throw new ConfigException(
                    List.of(TIMEOUT.key() + ": 0 (expected: more, or nobody would ever be done logging in)"));
        }
    }

    static LoginConfig from(SettingValues values) {
        return new LoginConfig(
                values.get(AT_A_TIME),
                values.get(AT_A_TIME_PER_ADDRESS),
                values.get(TIMEOUT),
                values.get(FAILURES),
                values.get(LOCK_OUT));
    }
}
