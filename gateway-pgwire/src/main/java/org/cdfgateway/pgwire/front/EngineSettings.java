package org.cdfgateway.pgwire.front;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.domain.port.inbound.StrictKeys;

/** The settings that an engine session starts with, which are also what RESET and DISCARD ALL go back to. */
final class EngineSettings {
    /** What postgres_fdw sends to the scan endpoint as its application_name. */
    private static final String BINDING_SETTING = "postgres_fdw.application_name";

    private final Map<String, String> settings;
    private final String strictKeys;

    /** @param requested by the client, in the order in which they apply */
    EngineSettings(Map<String, String> requested) {
        settings = new LinkedHashMap<>(requested);
        removed(BINDING_SETTING, "");
        strictKeys = removed(StrictKeys.SETTING, StrictKeys.DEFAULT);
        settings.put(StrictKeys.SETTING, strictKeys);
    }

    boolean strictKeys() {
        return StrictKeys.read(strictKeys).orElse(false);
    }

    /** @param token ties the session to what happens at the scan endpoint */
    Map<String, String> boundTo(String token) {
        Map<String, String> bound = new LinkedHashMap<>(settings);
        bound.put(BINDING_SETTING, token);
        return bound;
    }

    /** Names of settings know no case, and of several spellings the last one counts. */
    private String removed(String name, String otherwise) {
        String value = otherwise;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (setting.getKey().equalsIgnoreCase(name)) {
                value = setting.getValue();
            }
        }
        settings.keySet().removeIf(name::equalsIgnoreCase);
        return value;
    }
}
