package org.cdfgateway.emulator.fault;

import java.util.List;
import java.util.Optional;

/** Something that is said about some calls of the API. */
public interface CallRule {

    CallPattern calls();

    /** The first rule about the call. */
    static <R extends CallRule> Optional<R> first(List<R> rules, String call) {
        for (R rule : rules) {
            if (rule.calls().matches(call)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
