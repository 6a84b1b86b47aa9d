package org.cdfgateway.emulator.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the changes of a journal build on: its first record.
 *
 * @param content says which project with which sample content, as people read it
 * @param occasion on which the content was generated
 */
record Foundation(String content, Occasion occasion) {

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        ChangeFormat.writeText(content, out);
        ChangeFormat.writeOccasion(occasion, out);
        return bytes.toByteArray();
    }

    static Foundation of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        return new Foundation(ChangeFormat.readText(in), ChangeFormat.readOccasion(in));
    }
}
