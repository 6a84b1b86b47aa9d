package org.cdfgateway.emulator.store;

import org.jspecify.annotations.Nullable;

/**
 * Values by slot, in one array of bytes instead of an object for each; reading a value makes it anew. Null stands for no
 * value. Immutable, if the values are that cannot be packed.
 *
 * <p>The bytes: how many slots there are (2), how many bytes an offset has (1), a bit for each slot, set when it has a
 * value, for each value the offset where it begins, and the values as {@link PackedValue} writes them.
 */
public abstract class PackedValues {

    private static final int HEAD_BYTES = 3;
    private static final int NARROW = 2;
    private static final int WIDE = 4;
    private static final int MAX_NARROW = 0xFFFF;

    private final byte[] bytes;
    private final Object[] others;

    /** @param values at most 65,535; not kept */
    protected PackedValues(@Nullable Object... values) {
        ByteBuilder data = new ByteBuilder(256);
        PackedValue.Others rest = new PackedValue.Others();
        int[] starts = new int[values.length];
        int present = 0;
        for (Object value : values) {
            if (value != null) {
                starts[present++] = data.size();
                PackedValue.write(value, data, rest);
            }
        }
        int offsets = HEAD_BYTES + maskBytes(values.length);
        int width = offsets + present * NARROW + data.size() <= MAX_NARROW ? NARROW : WIDE;
        int begin = offsets + present * width;
        ByteBuilder all = new ByteBuilder(begin + data.size());
        all.putNumber(values.length, NARROW);
        all.put(width);
        for (int from = 0; from < values.length; from += Byte.SIZE) {
            all.put(mask(values, from));
        }
        for (int i = 0; i < present; i++) {
            all.putNumber(begin + starts[i], width);
        }
        all.put(data);
        this.bytes = all.toBytes();
        this.others = rest.isEmpty() ? PackedValue.NO_OTHERS : rest.toArray();
    }

    private static int maskBytes(int slots) {
        return (slots + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static int mask(@Nullable Object[] values, int from) {
        int mask = 0;
        for (int slot = from; slot < Math.min(from + Byte.SIZE, values.length); slot++) {
            mask |= values[slot] == null ? 0 : 1 << (slot - from);
        }
        return mask;
    }

    private int slots() {
        return (int) ByteBuilder.number(bytes, 0, NARROW) & MAX_NARROW;
    }

    /** The value of a slot, null when it has none or does not exist. */
    public final @Nullable Object value(int slot) {
        int slots = slots();
        int place = HEAD_BYTES + slot / Byte.SIZE;
        int bit = 1 << (slot % Byte.SIZE);
        if (slot >= slots || (bytes[place] & bit) == 0) {
            return null;
        }
        int index = Integer.bitCount(bytes[place] & (bit - 1));
        for (int i = HEAD_BYTES; i < place; i++) {
            index += Integer.bitCount(bytes[i] & 0xFF);
        }
        int width = bytes[NARROW];
        int offsets = HEAD_BYTES + maskBytes(slots);
        boolean isLast = offsets + (index + 1) * width == offset(offsets, 0, width);
        int end = isLast ? bytes.length : offset(offsets, index + 1, width);
        return PackedValue.read(bytes, offset(offsets, index, width), end, others);
    }

    private int offset(int offsets, int index, int width) {
        int offset = (int) ByteBuilder.number(bytes, offsets + index * width, width);
        return width == NARROW ? offset & MAX_NARROW : offset;
    }

    /** All values, as many as there are slots. */
    public final @Nullable Object[] copyValues() {
        return copyValues(slots());
    }

    /** The values of the first slots; those that do not exist have none. */
    public final @Nullable Object[] copyValues(int length) {
        @Nullable Object[] values = new @Nullable Object[length];
        for (int slot = 0; slot < length; slot++) {
            values[slot] = value(slot);
        }
        return values;
    }
}
