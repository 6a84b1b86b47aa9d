package org.cdfgateway.emulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.jspecify.annotations.Nullable;

/** The clock, the content, the table of calls. */
final class StateControl {

    private final Controlled emulator;

    StateControl(Controlled emulator) {
        this.emulator = emulator;
    }

    void addTo(Routes routes) {
        Admission open = Admission.open();
        routes.absolute("GET", "/clock", open, call -> time())
                .absolute("PUT", "/clock", open, this::putClock)
                .absolute("POST", "/reset", open, call -> {
                    emulator.reset().run();
                    return Answer.done();
                })
                .absolute("GET", "/calls", open, call -> calls());
    }

    record Time(long now, @JsonProperty("shiftMillis") Duration shift) {}

    private Answer time() {
        return ControlJson.answer(
                new Time(emulator.clock().millis(), emulator.clock().shift()));
    }

    record Change(
            @JsonProperty("shiftMillis") @Nullable Duration shift,
            @JsonProperty("advanceMillis") @Nullable Duration advance) {}

    /** To a distance from the system's clock, or by a step. */
    private Answer putClock(Call call) {
        Change change = ControlJson.value(call.json(), Change.class);
        if ((change.shift() == null) == (change.advance() == null)) {
            throw ApiError.badRequest("Expected either shiftMillis or advanceMillis");
        }
        if (change.shift() != null) {
            emulator.clock().shift(change.shift());
        }
        if (change.advance() != null) {
            emulator.clock().advance(change.advance());
        }
        return time();
    }

    record Described(String call, String needs) {}

    private Answer calls() {
        List<Described> calls = emulator.admissions().get().entrySet().stream()
                .map(entry -> new Described(entry.getKey(), entry.getValue().toString()))
                .toList();
        return ControlJson.answer(calls);
    }
}
