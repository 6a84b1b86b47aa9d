package org.cdfgateway.sql.guard;

import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.port.inbound.StrictKeys;

/** Holds the gateway's own setting to what it understands: the engine takes any text for it. */
record StrictKeysRule() implements SettingRule {

    @Override
    public Optional<Refusal> check(String name, String value) {
        if (StrictKeys.read(value).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                ErrorKind.INVALID_PARAMETER_VALUE,
                "parameter \"" + name + "\" requires a Boolean value, not \"" + value + "\"",
                "Give on or off."));
    }
}
