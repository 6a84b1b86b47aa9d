package org.cdfgateway.emulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cdfgateway.emulator.fault.FaultRule;
import org.cdfgateway.emulator.fault.LagRule;
import org.cdfgateway.emulator.fault.LatencyRule;
import org.cdfgateway.emulator.fault.PageRule;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;

/** Faults, latency, lag, short pages, seed. */
final class WeatherControl {

    private final Weather weather;

    WeatherControl(Weather weather) {
        this.weather = weather;
    }

    void addTo(Routes routes) {
        Admission open = Admission.open();
        routes.absolute("GET", "/faults", open, call -> faults())
                .absolute("POST", "/faults", open, this::addFaults)
                .absolute("DELETE", "/faults", open, call -> {
                    weather.faults().clear();
                    return faults();
                })
                .absolute("GET", "/seed", open, call -> seed())
                .absolute("PUT", "/seed", open, call -> {
                    weather.reseed(ControlJson.value(call.json(), Seed.class).seed());
                    return seed();
                })
                .absolute("DELETE", "/weather", open, call -> {
                    weather.clear();
                    return Answer.done();
                });
        addRules(routes, "/latency", LatencyRule.class, weather::latencies, weather::latencies);
        addRules(routes, "/lag", LagRule.class, weather::lags, weather::lags);
        addRules(routes, "/pages", PageRule.class, weather::pages, weather::pages);
    }

    private static <R> void addRules(
            Routes routes, String path, Class<R> type, Supplier<List<R>> current, Consumer<List<R>> change) {
        routes.absolute("GET", path, Admission.open(), call -> ControlJson.answer(current.get()))
                .absolute("PUT", path, Admission.open(), call -> {
                    change.accept(ControlJson.items(call.json(), type));
                    return ControlJson.answer(current.get());
                });
    }

    private Answer addFaults(Call call) {
        ControlJson.items(call.json(), FaultRule.class).forEach(weather.faults()::add);
        return faults();
    }

    private Answer faults() {
        return ControlJson.answer(weather.faults().rules());
    }

    record Seed(@JsonProperty(required = true) long seed) {}

    private Answer seed() {
        return ControlJson.answer(new Seed(weather.seed()));
    }
}
