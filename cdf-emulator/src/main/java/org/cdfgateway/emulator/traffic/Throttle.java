package org.cdfgateway.emulator.traffic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds requests to a {@link BudgetPlan}, which may be replaced at any time. For any number of threads. */
public final class Throttle {

    /** Whether a request may go on, and what it then holds until it ends. */
    public final class Pass {
        private final @Nullable String refusal;
        private final List<Usage> held;

        private Pass(@Nullable String refusal, List<Usage> held) {
            this.refusal = refusal;
            this.held = held;
        }

        /** Why the request is refused; null when it may go on. */
        public @Nullable String refusal() {
            return refusal;
        }

        /** @param bytes of the request's and the answer's body */
        public void end(long bytes) {
            release(held, bytes);
        }
    }

    private record Holder(Budget budget, String identity) {}

    private final Clock clock;
    private final Pass free = new Pass(null, List.of());
    private final Map<Holder, Usage> usages = new HashMap<>();
    private volatile BudgetPlan plan;

    public Throttle(Clock clock, BudgetPlan plan) {
        this.clock = clock;
        this.plan = plan;
    }

    public BudgetPlan plan() {
        return plan;
    }

    /** Begins to count anew. */
    public synchronized void plan(BudgetPlan next) {
        plan = next;
        usages.clear();
    }

    /** @param identity the client of the request */
    public Pass request(String call, String identity) {
        return plan.budgets().isEmpty() ? free : counted(call, identity);
    }

    private synchronized Pass counted(String call, String identity) {
        long now = clock.millis();
        List<Usage> touched = new ArrayList<>();
        for (Budget budget : plan.budgets()) {
            if (budget.covers(call)) {
                add(budget, "", "Project", budget.project(), touched);
                add(budget, identity, "Identity", budget.identity(), touched);
            }
        }
        String refusal = null;
        for (Usage usage : touched) {
            String reason = usage.request(now);
            refusal = refusal == null ? reason : refusal;
        }
        if (refusal != null) {
            return new Pass(refusal, List.of());
        }
        touched.forEach(Usage::begin);
        return new Pass(null, touched);
    }

    private void add(Budget budget, String identity, String kind, @Nullable Allowance allowance, List<Usage> touched) {
        if (allowance != null) {
            touched.add(usages.computeIfAbsent(new Holder(budget, identity), unused -> new Usage(kind, allowance)));
        }
    }

    private synchronized void release(List<Usage> held, long bytes) {
        long now = clock.millis();
        held.forEach(usage -> usage.end(now, bytes));
    }
}
