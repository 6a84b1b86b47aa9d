package org.cdfgateway.emulator.datapoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * OPC UA status codes, unsigned 32 bits in an {@code int} (reference/cdf-api-data.md section 9.9).
 *
 * <pre>severity 2 | reserved 2 | sub code 12 | structure, semantics 2 | reserved 3 | info 1 | flags 10</pre>
 */
final class StatusCode {

    static final int GOOD = 0;

    private static final int DATA_VALUE_INFO = 1 << 10;
    private static final int INFO_BITS = 0x3FF;
    private static final int RESERVED = 0x3000_3860;

    /** A flag is set when the masked bits are exactly the given. */
    private record Flag(String name, int mask, int bits) {}

    private static final List<Flag> FLAGS = List.of(
            new Flag("StructureChanged", 1 << 15, 1 << 15),
            new Flag("SemanticsChanged", 1 << 14, 1 << 14),
            new Flag("Low", 3 << 8, 1 << 8),
            new Flag("High", 3 << 8, 2 << 8),
            new Flag("Constant", 3 << 8, 3 << 8),
            new Flag("Overflow", 1 << 7, 1 << 7),
            new Flag("MultipleValues", 1 << 4, 1 << 4),
            new Flag("ExtraData", 1 << 3, 1 << 3),
            new Flag("Partial", 1 << 2, 1 << 2),
            new Flag("Calculated", 3, 1),
            new Flag("Interpolated", 3, 2));

    private static final Map<Integer, String> NAMES = new HashMap<>();
    private static final Map<String, Integer> CATEGORIES = new HashMap<>();

    static {
        for (String line : readCategories()) {
            if (!line.startsWith("#")) {
                int comma = line.indexOf(',');
                int code = Integer.parseInt(line.substring(0, comma), 16) << 16;
                NAMES.put(code, line.substring(comma + 1));
                CATEGORIES.put(line.substring(comma + 1), code);
            }
        }
    }

    private StatusCode() {}

    private static List<String> readCategories() {
        try (InputStream in = Objects.requireNonNull(
                        StatusCode.class.getResourceAsStream("status-categories.csv"), "status-categories.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isGood(int code) {
        return code >>> 30 == 0;
    }

    static boolean isBad(int code) {
        return code < 0;
    }

    /**
     * @param code null when only the symbol is given
     * @param symbol null when only the code is given; both null is Good
     * @throws ApiError 400 for invalid ones and for a pair that disagrees
     */
    static int parse(@Nullable Long code, @Nullable String symbol) {
        if (symbol != null && !symbol.isEmpty()) {
            int named = ofSymbol(symbol);
            if (code != null && (named & ~DATA_VALUE_INFO) != ((int) valid(code) & ~DATA_VALUE_INFO)) {
                throw ApiError.badRequest("Invalid status code: " + code + " is not " + symbol);
            }
            return code == null ? named : (int) valid(code);
        }
        return code == null ? GOOD : (int) valid(code);
    }

    private static long valid(long code) {
        int bits = (int) code;
        boolean infoWithoutType = (bits & DATA_VALUE_INFO) == 0 && (bits & INFO_BITS) != 0;
        boolean isValid = code >= 0
                && code <= 0xFFFF_FFFFL
                && (bits & RESERVED) == 0
                && (bits & 3) != 3
                && !infoWithoutType
                && NAMES.containsKey(bits & 0xFFFF_0000);
        if (!isValid) {
            throw ApiError.badRequest("Invalid status code: " + code);
        }
        return code;
    }

    private static int ofSymbol(String symbol) {
        String[] parts = symbol.split(",", -1);
        Integer category = CATEGORIES.get(withoutUnderscore(parts[0].strip()));
        if (category == null) {
            throw ApiError.badRequest("Invalid status code symbol: " + symbol);
        }
        int code = category;
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].strip();
            Flag flag = FLAGS.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> ApiError.badRequest("Invalid status code symbol: " + symbol));
            boolean excluded = (code & flag.mask()) != 0;
            if (excluded) {
                throw ApiError.badRequest("Invalid status code symbol: " + symbol);
            }
            code |= flag.bits() | (flag.mask() <= INFO_BITS ? DATA_VALUE_INFO : 0);
        }
        return code;
    }

    private static String withoutUnderscore(String category) {
        return category.replaceFirst("^(Good|Bad|Uncertain)_", "$1");
    }

    static String symbolOf(int code) {
        StringBuilder symbol = new StringBuilder(NAMES.getOrDefault(code & 0xFFFF_0000, "Bad"));
        for (Flag flag : FLAGS) {
            if ((code & flag.mask()) == flag.bits()) {
                symbol.append(", ").append(flag.name());
            }
        }
        return symbol.toString();
    }
}
