package org.cdfgateway.emulator.control;

import java.util.Map;
import java.util.function.Supplier;
import org.cdfgateway.emulator.access.AccessControl;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;

/**
 * Everything about a running emulator that can be changed.
 *
 * @param admissions what every call asks of its caller
 * @param reset puts the first content in the place of what is stored
 */
public record Controlled(
        Weather weather,
        Throttle throttle,
        Counters counters,
        AccessControl access,
        ShiftedClock clock,
        Supplier<Map<String, Admission>> admissions,
        Runnable reset) {}
