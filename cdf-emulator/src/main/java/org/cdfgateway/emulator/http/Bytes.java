package org.cdfgateway.emulator.http;

import java.io.ByteArrayOutputStream;

/** A growing byte buffer that lends its array instead of copying it. */
final class Bytes extends ByteArrayOutputStream {

    Bytes(int firstCapacity) {
        super(firstCapacity);
    }

    static Bytes of(byte[] content) {
        Bytes bytes = new Bytes(0);
        bytes.buf = content;
        bytes.count = content.length;
        return bytes;
    }

    /** The content is in the first {@link #size()} bytes. */
    byte[] array() {
        return buf;
    }
}
