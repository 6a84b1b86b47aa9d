package org.cdfgateway.sql.guard;

import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.sql.lex.Identifiers;

/** Holds the settings of the start-up message to the same limits as SET. */
public final class StartupSettings {
    private static final String OPTIONS = "options";

    private final SettingRules settings;

    public StartupSettings(SettingRules settings) {
        this.settings = settings;
    }

    /** @throws GatewayException INSUFFICIENT_PRIVILEGE or INVALID_PARAMETER_VALUE when the setting is not allowed */
    public void admit(String name, String value) {
        if (!Identifiers.folded(name).equals(OPTIONS)) {
            refuseIfLimited(name, value);
            return;
        }
        Optional<Map<String, String>> assignments = StartupOptions.settings(value);
        if (assignments.isEmpty()) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "start-up parameter \"options\" is not understood: " + value)
                    .withHint("Only -c name=value and --name=value are allowed.");
        }
        assignments.get().forEach(this::refuseIfLimited);
    }

    private void refuseIfLimited(String name, String value) {
        settings.check(name, value).ifPresent(refusal -> {
            throw refusal.asException();
        });
    }
}
