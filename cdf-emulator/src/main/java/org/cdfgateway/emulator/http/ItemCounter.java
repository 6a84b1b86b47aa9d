package org.cdfgateway.emulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/** Lets everything through and knows in the end how many elements the {@code items} of an answer had. */
final class ItemCounter extends JsonGeneratorDelegate {

    private int items;

    ItemCounter(JsonGenerator out) {
        super(out);
    }

    int items() {
        return items;
    }

    @Override
    public void writeEndArray() throws IOException {
        JsonStreamContext array = getOutputContext();
        JsonStreamContext owner = array.getParent();
        if (owner != null && "items".equals(owner.getCurrentName()) && isAnswer(owner)) {
            items = array.getEntryCount();
        }
        super.writeEndArray();
    }

    private static boolean isAnswer(JsonStreamContext object) {
        return object.getParent() != null && object.getParent().inRoot();
    }
}
