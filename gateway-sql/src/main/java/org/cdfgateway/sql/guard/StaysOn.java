package org.cdfgateway.sql.guard;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.sql.lex.Identifiers;

/** For a switch that the gateway relies on. */
record StaysOn() implements SettingRule {
    private static final Set<String> ON = Set.of("on", "true", "t", "yes", "y", "1");

    @Override
    public Optional<Refusal> check(String name, String value) {
        if (ON.contains(Identifiers.folded(value.strip()))) {
            return Optional.empty();
        }
        return Optional.of(Refusal.forbidden(
                "setting \"" + name + "\" must stay on", "Write texts with backslash escapes as E'...'."));
    }
}
