package org.cdfgateway.emulator.store;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Texts by index, in one array of bytes; some may be missing. Immutable for readers, who know how many there are:
 * appending writes behind those. Made from one another by one writer at a time, always from the newest.
 */
public final class TextColumn {

    public static final TextColumn EMPTY = new TextColumn(new byte[0], new int[0]);

    private final byte[] bytes;
    private final int[] ends;

    /** @param ends where the bytes of each text end; one that is missing has none */
    private TextColumn(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    /**
     * With texts added.
     *
     * @param size how many there are; the first of them may be missing altogether
     * @param texts by index from 0 on, null for one that is missing
     */
    public TextColumn with(int size, int count, IntFunction<@Nullable String> texts) {
        int[] newEnds = size + count <= ends.length ? ends : Arrays.copyOf(ends, grown(size, count));
        ByteBuilder added = new ByteBuilder(8 * count);
        int begin = size == 0 ? 0 : newEnds[size - 1];
        for (int i = 0; i < count; i++) {
            String text = texts.apply(i);
            if (text != null) {
                PackedValue.write(text, added, new PackedValue.Others());
            }
            newEnds[size + i] = begin + added.size();
        }
        byte[] newBytes =
                begin + added.size() <= bytes.length ? bytes : Arrays.copyOf(bytes, grown(begin, added.size()));
        added.copyTo(newBytes, begin);
        return new TextColumn(newBytes, newEnds);
    }

    private static int grown(int size, int count) {
        return Math.max(Math.addExact(size, count), size + size / 4);
    }

    /** Null for one that is missing. */
    public @Nullable String text(int index) {
        int begin = index == 0 ? 0 : ends[index - 1];
        return begin == ends[index]
                ? null
                : (String) PackedValue.read(bytes, begin, ends[index], PackedValue.NO_OTHERS);
    }
}
