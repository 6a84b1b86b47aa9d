package org.cdfgateway.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.emulator.fault.CallPattern;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.cdfgateway.emulator.traffic.CallCount;
import org.cdfgateway.emulator.traffic.Counters;
import org.cdfgateway.emulator.traffic.Throttle;

/** Budgets and counters. */
final class TrafficControl {

    private static final Map<String, BudgetPlan> PLANS =
            Map.of("documented", BudgetPlan.documented(), "none", BudgetPlan.NONE);

    private final Throttle throttle;
    private final Counters counters;

    TrafficControl(Throttle throttle, Counters counters) {
        this.throttle = throttle;
        this.counters = counters;
    }

    void addTo(Routes routes) {
        Admission open = Admission.open();
        routes.absolute("GET", "/budgets", open, call -> ControlJson.answer(throttle.plan()))
                .absolute("PUT", "/budgets", open, this::putBudgets)
                .absolute("GET", "/counters", open, this::getCounters)
                .absolute("DELETE", "/counters", open, call -> {
                    counters.reset();
                    return Answer.done();
                });
    }

    /** A plan, or the name of one with the way of refusing beside it. */
    private Answer putBudgets(Call call) {
        ObjectNode body = call.json();
        JsonNode name = body.remove("plan");
        if (name != null) {
            BudgetPlan plan = PLANS.get(name.asText());
            if (plan == null) {
                throw ApiError.badRequest("Unknown plan " + name + ", only " + PLANS.keySet());
            }
            body.set("budgets", ControlJson.tree(plan.budgets()));
        }
        throttle.plan(ControlJson.value(body, BudgetPlan.class));
        return ControlJson.answer(throttle.plan());
    }

    record Counted(CallCount total, Map<String, CallCount> calls) {}

    private Answer getCounters(Call call) {
        String calls = call.parameter("calls");
        CallPattern pattern = calls == null ? CallPattern.ANY : CallPattern.of(calls);
        Map<String, CallCount> matching = new LinkedHashMap<>(counters.all());
        matching.keySet().removeIf(label -> !pattern.matches(label));
        return ControlJson.answer(new Counted(counters.of(pattern.toString()), matching));
    }
}
