package org.cdfgateway.app.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting as data.
 *
 * @param key dotted name in the configuration file, for example {@code gateway.store.url}
 * @param defaultText what holds when nobody sets it; empty for a required or an optional setting
 * @param meaning one sentence for the reference page
 */
public record Setting<T>(
        String key, SettingType<T> type, Presence presence, Optional<String> defaultText, String meaning) {

    /** Whether a setting may be left out. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        DEFAULTED
    }

    static <T> Setting<T> required(String key, SettingType<T> type, String meaning) {
        return new Setting<>(key, type, Presence.REQUIRED, Optional.empty(), meaning);
    }

    static <T> Setting<T> optional(String key, SettingType<T> type, String meaning) {
        return new Setting<>(key, type, Presence.OPTIONAL, Optional.empty(), meaning);
    }

    static <T> Setting<T> defaulted(String key, SettingType<T> type, String defaultText, String meaning) {
        return new Setting<>(key, type, Presence.DEFAULTED, Optional.of(defaultText), meaning);
    }

    /** The environment variable that sets it too, for example {@code GATEWAY_STORE_URL}. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
