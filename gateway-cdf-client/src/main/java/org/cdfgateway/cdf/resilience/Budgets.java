package org.cdfgateway.cdf.resilience;

import java.util.HashMap;
import java.util.Map;

/**
 * The budgets by name. Operations name the budget they count against; a name that is not listed gets {@code others}.
 */
public record Budgets(Map<String, Budget> byName, Budget others) {

    /**
     * What CDF's documentation says per identity, cautious where it says nothing (reference/cdf-api-resources.md 1.15). For
     * instances it says what a whole project has, so that is not used up (reference/cdf-api-data.md section 1.6).
     */
    public static final Budgets DEFAULT = new Budgets(
            Map.ofEntries(
                    Map.entry("assets", new Budget(130, 23)),
                    Map.entry("assets-list", new Budget(23, 12)),
                    Map.entry("assets-aggregate", new Budget(12, 5)),
                    Map.entry("events", new Budget(130, 30)),
                    Map.entry("events-list", new Budget(23, 10)),
                    Map.entry("events-aggregate", new Budget(12, 4)),
                    Map.entry("timeseries-aggregate", new Budget(10, 4)),
                    Map.entry("raw", new Budget(200, 48)),
                    Map.entry("instances-read", new Budget(100, 4)),
                    Map.entry("instances-write", new Budget(100, 3)),
                    Map.entry("instances-delete", new Budget(100, 1))),
            new Budget(100, 10));

    /** As good as none: for a CDF that does not throttle. */
    public static final Budgets UNLIMITED = new Budgets(Map.of(), new Budget(1_000_000, 1_000));

    public Budgets {
        byName = Map.copyOf(byName);
    }

    public Budget budget(String name) {
        return byName.getOrDefault(name, others);
    }

    /** These budgets with another one in place of one of them. */
    public Budgets with(String name, Budget budget) {
        Map<String, Budget> changed = new HashMap<>(byName);
        changed.put(name, budget);
        return new Budgets(changed, others);
    }
}
