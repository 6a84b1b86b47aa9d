package org.cdfgateway.sql.expression;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cdfgateway.domain.table.ColumnType;

/** Writes values so that PostgreSQL's input functions read the same values; the counterpart of {@link TextInput}. */
public final class TextOutput {
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private TextOutput() {}

    /** @param value not null, of the Java type that the family names */
    public static String text(ColumnType family, Object value) {
        return switch (family) {
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA, JSON -> value.toString();
            case TIMESTAMPTZ -> timestamp((Long) value);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                array((List<?>) value);
        };
    }

    /** Every element in quotes, which numbers may have, too. */
    public static String array(List<?> elements) {
        return elements.stream().map(TextOutput::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(Object element) {
        return element == null
                ? "NULL"
                : '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String timestamp(long micros) {
        if (micros == Long.MAX_VALUE) {
            return "infinity";
        }
        if (micros == Long.MIN_VALUE) {
            return "-infinity";
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND),
                (int) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO,
                ZoneOffset.UTC);
        boolean beforeChrist = time.getYear() < 1;
        int year = beforeChrist ? 1 - time.getYear() : time.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d ", year, time.getMonthValue(), time.getDayOfMonth())
                + TIME.format(time)
                + "+00"
                + (beforeChrist ? " BC" : "");
    }
}
