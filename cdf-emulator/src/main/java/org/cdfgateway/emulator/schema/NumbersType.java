package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Distinct ids, kept in the order given. */
record NumbersType(int max) implements CollectionType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        long[] numbers = numbers(json, path, violations);
        check(numbers, path, violations);
        if (Arrays.stream(numbers).distinct().count() != numbers.length) {
            violations.add(path + " must be distinct");
        }
        return numbers;
    }

    private static long[] numbers(JsonNode json, String path, Violations violations) {
        if (!json.isArray()) {
            throw Violations.wrongType(path, "array", json);
        }
        long[] numbers = new long[json.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode element = json.get(i);
            if (!element.isIntegralNumber() || !element.canConvertToLong()) {
                throw Violations.wrongType(path + "[" + i + "]", "integer", element);
            }
            numbers[i] = element.longValue();
            if (numbers[i] < 1) {
                violations.add(path + "[" + i + "] must be greater than or equal to 1");
            }
        }
        return numbers;
    }

    @Override
    public void check(Object value, String path, Violations violations) {
        violations.requireSize(path, ((long[]) value).length, 0, max);
    }

    @Override
    public Object empty() {
        return new long[0];
    }

    @Override
    public Object add(Object current, JsonNode additions, String path, Violations violations) {
        Set<Long> numbers = toSet((long[]) current);
        numbers.addAll(toSet(numbers(additions, path, violations)));
        return toArray(numbers);
    }

    @Override
    public Object remove(Object current, JsonNode removals, String path, Violations violations) {
        Set<Long> numbers = toSet((long[]) current);
        numbers.removeAll(toSet(numbers(removals, path, violations)));
        return toArray(numbers);
    }

    private static Set<Long> toSet(long[] numbers) {
        Set<Long> set = new LinkedHashSet<>();
        for (long number : numbers) {
            set.add(number);
        }
        return set;
    }

    private static long[] toArray(Set<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        long[] numbers = (long[]) value;
        out.writeArray(numbers, 0, numbers.length);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.NUMBERS;
    }
}
