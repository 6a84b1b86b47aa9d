package org.cdfgateway.pgwire.scan;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.pgwire.codec.BackendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.message.BackendMessage.RowDescription;
import org.cdfgateway.pgwire.message.FieldDescription;
import org.cdfgateway.pgwire.type.PgType;

/** Writes the rows of one result: {@code D | int32 length | int16 n | (int32 length | bytes) * n}, null as length -1. */
final class RowWriter {
    private final PgType[] types;

    RowWriter(List<ResultColumn> columns) {
        types = columns.stream().map(RowWriter::typeOf).toArray(PgType[]::new);
    }

    static RowDescription describe(List<ResultColumn> columns) {
        return new RowDescription(columns.stream()
                .map(column -> {
                    PgType type = typeOf(column);
                    return new FieldDescription(column.name(), type.oid(), type.length());
                })
                .toList());
    }

    void write(Row row, ByteBuf out) {
        int rowLength = LengthPrefix.begin(out, BackendTag.DATA_ROW);
        out.writeShort(types.length);
        for (int i = 0; i < types.length; i++) {
            Object value = row.value(i);
            if (value == null) {
                out.writeInt(-1);
            } else {
                int valueLength = out.writerIndex();
                out.writeInt(0);
                types[i].writeText(value, out);
                out.setInt(valueLength, out.writerIndex() - valueLength - Integer.BYTES);
            }
        }
        LengthPrefix.end(out, rowLength);
    }

    private static PgType typeOf(ResultColumn column) {
        return PgType.of(column.type().family());
    }
}
