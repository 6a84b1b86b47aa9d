package org.cdfgateway.emulator.store;

import java.util.Arrays;

/** Bytes one after the other, the highest of a number first. For one thread. */
final class ByteBuilder {

    private byte[] bytes;
    private int size;

    ByteBuilder(int capacity) {
        this.bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void put(int oneByte) {
        reserve(1);
        bytes[size++] = (byte) oneByte;
    }

    void put(ByteBuilder other) {
        reserve(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
    }

    /** Puts the lowest bytes of a number. */
    void putNumber(long number, int count) {
        reserve(count);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >> shift);
        }
    }

    /** Puts a number from 0 on in as few bytes as possible, seven bits in each, the lowest first. */
    void putLength(int number) {
        int rest = number;
        while (rest > 0x7F) {
            put((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    /** Whether {@link #putText} needs a single byte for each character. */
    static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Puts characters, also those that make no valid text. */
    @SuppressWarnings("deprecation") // of all ways to copy the low bytes of characters the fastest
    void putText(String text, boolean isNarrow) {
        if (isNarrow) {
            reserve(text.length());
            text.getBytes(0, text.length(), bytes, size);
            size += text.length();
        } else {
            for (int i = 0; i < text.length(); i++) {
                putNumber(text.charAt(i), Character.BYTES);
            }
        }
    }

    void copyTo(byte[] target, int from) {
        System.arraycopy(bytes, 0, target, from, size);
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
    }

    byte[] toBytes() {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Reads a number with its sign. */
    static long number(byte[] bytes, int from, int count) {
        long number = bytes[from];
        for (int i = from + 1; i < from + count; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }
}
