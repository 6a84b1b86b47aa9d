package org.cdfgateway.emulator.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One value as bytes: what it is, then what it says. Numbers have as few bytes as they need, characters one or two. */
final class PackedValue {

    private static final int NARROW_TEXT = 0;
    private static final int WIDE_TEXT = 1;
    private static final int LONG = 2;
    private static final int INTEGER = 3;
    private static final int DOUBLE = 4;
    private static final int FLOAT = 5;
    private static final int FALSE = 6;
    private static final int TRUE = 7;
    private static final int LONGS = 8;
    private static final int TEXTS = 9;
    private static final int METADATA = 10;
    private static final int OTHER = 11;

    /** Values of other types, which stay the objects that they are. */
    static final class Others {
        private final List<Object> values = new ArrayList<>(0);

        boolean isEmpty() {
            return values.isEmpty();
        }

        Object[] toArray() {
            return values.toArray();
        }
    }

    private PackedValue() {}

    static final Object[] NO_OTHERS = {};

    static void write(Object value, ByteBuilder out, Others others) {
        if (value instanceof String text) {
            boolean isNarrow = ByteBuilder.isNarrow(text);
            out.put(isNarrow ? NARROW_TEXT : WIDE_TEXT);
            out.putText(text, isNarrow);
        } else if (value instanceof Long number) {
            out.put(LONG);
            out.putNumber(number, bytesOf(number));
        } else if (value instanceof Boolean flag) {
            out.put(flag ? TRUE : FALSE);
        } else if (value instanceof Metadata metadata) {
            out.put(METADATA);
            putTexts(metadata.pairs(), out);
        } else if (value instanceof String[] texts) {
            out.put(TEXTS);
            putTexts(texts, out);
        } else if (value instanceof Double number) {
            out.put(DOUBLE);
            out.putNumber(Double.doubleToRawLongBits(number), Double.BYTES);
        } else if (value instanceof Integer number) {
            out.put(INTEGER);
            out.putNumber(number, bytesOf(number));
        } else if (value instanceof Float number) {
            out.put(FLOAT);
            out.putNumber(Float.floatToRawIntBits(number), Float.BYTES);
        } else if (value instanceof long[] numbers) {
            out.put(LONGS);
            for (long number : numbers) {
                out.putNumber(number, Long.BYTES);
            }
        } else {
            out.put(OTHER);
            out.putNumber(others.values.size(), 2);
            others.values.add(value);
        }
    }

    private static int bytesOf(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number < 0 ? ~number : number) + 1;
        return (bits + 7) / 8;
    }

    private static void putTexts(String[] texts, ByteBuilder out) {
        for (String text : texts) {
            boolean isNarrow = ByteBuilder.isNarrow(text);
            out.putLength(text.length() << 1 | (isNarrow ? 0 : 1));
            out.putText(text, isNarrow);
        }
    }

    static Object read(byte[] bytes, int start, int end, Object[] others) {
        int from = start + 1;
        return switch (bytes[start]) {
            case NARROW_TEXT -> narrow(bytes, from, end - from);
            case WIDE_TEXT -> wide(bytes, from, end - from);
            case LONG -> ByteBuilder.number(bytes, from, end - from);
            case INTEGER -> (int) ByteBuilder.number(bytes, from, end - from);
            case DOUBLE -> Double.longBitsToDouble(ByteBuilder.number(bytes, from, Double.BYTES));
            case FLOAT -> Float.intBitsToFloat((int) ByteBuilder.number(bytes, from, Float.BYTES));
            case FALSE -> false;
            case TRUE -> true;
            case LONGS -> longs(bytes, from, (end - from) / Long.BYTES);
            case TEXTS -> texts(bytes, from, end);
            case METADATA -> Metadata.of(texts(bytes, from, end));
            default -> others[(int) ByteBuilder.number(bytes, from, 2)];
        };
    }

    private static String narrow(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Unlike a decoder this keeps halves of surrogate pairs. */
    private static String wide(byte[] bytes, int from, int length) {
        return ByteBuffer.wrap(bytes, from, length).asCharBuffer().toString();
    }

    private static long[] longs(byte[] bytes, int from, int count) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ByteBuilder.number(bytes, from + i * Long.BYTES, Long.BYTES);
        }
        return numbers;
    }

    private static String[] texts(byte[] bytes, int start, int end) {
        List<String> texts = new ArrayList<>(8);
        int from = start;
        while (from < end) {
            int length = 0;
            int shift = 0;
            while (bytes[from] < 0) {
                length |= (bytes[from++] & 0x7F) << shift;
                shift += 7;
            }
            length |= bytes[from++] << shift;
            int size = length >>> 1;
            boolean isNarrow = (length & 1) == 0;
            texts.add(isNarrow ? narrow(bytes, from, size) : wide(bytes, from, size * Character.BYTES));
            from += isNarrow ? size : size * Character.BYTES;
        }
        return texts.toArray(new String[0]);
    }
}
