package org.cdfgateway.emulator.wire;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields by name, in any case; of repeated ones the first. For one thread at a time. */
public final class Headers {

    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public @Nullable String get(String name) {
        return fields.get(name);
    }

    /**
     * Whether the field is there and holds a word.
     *
     * @param word in lower case
     */
    public boolean has(String name, String word) {
        String value = fields.get(name);
        return value != null && value.toLowerCase(Locale.ROOT).contains(word);
    }

    public void set(String name, String value) {
        fields.put(name, value);
    }

    void addFirst(String name, String value) {
        fields.putIfAbsent(name, value);
    }

    void forEach(BiConsumer<String, String> visitor) {
        fields.forEach(visitor);
    }
}
