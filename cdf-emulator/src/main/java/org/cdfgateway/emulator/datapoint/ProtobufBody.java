package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/** The part of a {@code DataPointListItem} that holds its points; the size is known before anything is written. */
interface ProtobufBody {

    /** Number of the item's field. */
    int field();

    int size();

    void write(CodedOutputStream out) throws IOException;
}
