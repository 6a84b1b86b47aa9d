package org.cdfgateway.emulator.fault;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What shall go wrong. Of several rules for a call, the first that strikes counts. For any number of threads. */
public final class Faults {

    /** Stands for every call. */
    public static final String ANY = "*";

    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private final Dice dice;

    Faults(Dice dice) {
        this.dice = dice;
    }

    /** Lets the fault happen to the next {@code times} requests of the calls. */
    public Faults next(int times, String calls, Fault fault) {
        return add(FaultRule.always(calls, fault).next(times));
    }

    public Faults add(FaultRule rule) {
        rules.add(new ActiveRule(rule));
        return this;
    }

    /** Forgets all faults that have not happened yet. */
    public void clear() {
        rules.clear();
    }

    /** What may still happen, {@code after} and {@code next} counted down. */
    public List<FaultRule> rules() {
        return rules.stream()
                .map(ActiveRule::rest)
                .filter(rule -> rule.next() == null || rule.next() > 0)
                .toList();
    }

    /** The fault of this request, used up by asking. */
    public @Nullable Fault take(String call) {
        for (ActiveRule rule : rules) {
            if (rule.strikes(call)) {
                return rule.fault();
            }
        }
        return null;
    }

    private final class ActiveRule {
        private FaultRule rest;

        ActiveRule(FaultRule rule) {
            this.rest = rule;
        }

        synchronized FaultRule rest() {
            return rest;
        }

        Fault fault() {
            return rest().fault();
        }

        synchronized boolean strikes(String call) {
            Integer next = rest.next();
            if ((next != null && next == 0) || !rest.calls().matches(call)) {
                return false;
            }
            if (rest.after() > 0) {
                rest = rest.after(rest.after() - 1);
                return false;
            }
            Double probability = rest.probability();
            if (probability != null && dice.roll("fault " + rest.calls() + " " + call) >= probability) {
                return false;
            }
            if (next != null) {
                rest = rest.next(next - 1);
            }
            return true;
        }
    }
}
