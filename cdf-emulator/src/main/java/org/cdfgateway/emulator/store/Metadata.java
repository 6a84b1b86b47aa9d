package org.cdfgateway.emulator.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Custom fields, texts by text, in one array of keys and values in turn. Immutable. */
public final class Metadata {

    public static final Metadata EMPTY = new Metadata(new String[0]);

    private final String[] pairs;

    private Metadata(String[] pairs) {
        this.pairs = pairs;
    }

    /** @param pairs key, value, key, value, ...; owned by the result from now on */
    public static Metadata of(String... pairs) {
        return pairs.length == 0 ? EMPTY : new Metadata(pairs);
    }

    public static Metadata of(Map<String, String> map) {
        String[] pairs = new String[map.size() * 2];
        int next = 0;
        for (Map.Entry<String, String> entry : map.entrySet()) {
            pairs[next++] = entry.getKey();
            pairs[next++] = entry.getValue();
        }
        return of(pairs);
    }

    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            map.put(key(i), value(i));
        }
        return map;
    }

    /** Key, value, key, value, ...; not to be changed. */
    String[] pairs() {
        return pairs;
    }

    public int size() {
        return pairs.length / 2;
    }

    public String key(int index) {
        return pairs[2 * index];
    }

    public String value(int index) {
        return pairs[2 * index + 1];
    }

    public @Nullable String get(String key) {
        for (int i = 0; i < size(); i++) {
            if (key(i).equals(key)) {
                return value(i);
            }
        }
        return null;
    }

    /** Whether some pair of key and value fits. */
    public boolean anyMatch(BiPredicate<String, String> test) {
        for (int i = 0; i < size(); i++) {
            if (test.test(key(i), value(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Metadata metadata && Arrays.equals(pairs, metadata.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
