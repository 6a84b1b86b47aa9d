package org.cdfgateway.app.config;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The values of all settings that are set or have a default. Filled by {@link ConfigLoader}, which has checked them. */
final class SettingValues {

    private final Map<String, Object> values;

    SettingValues(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a required or defaulted setting. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new NoSuchElementException(setting.key()));
    }

    /** The value of an optional setting; empty when nobody set it. */
    @SuppressWarnings("unchecked") // the loader put it there with this setting's own parser
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.key()));
    }
}
