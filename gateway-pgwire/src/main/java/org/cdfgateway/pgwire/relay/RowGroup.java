package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.codec.LengthPrefix;
import org.cdfgateway.pgwire.relay.GroupStatements.GroupStatement;
import org.cdfgateway.pgwire.relay.GroupStatements.Preparation;
import org.cdfgateway.pgwire.relay.PreparedInserts.PreparedInsert;

/**
 * Writes the messages that insert several rows as one statement, and those of what must be run when that fails. A statement
 * is closed before it is prepared, because a failed one stays behind.
 *
 * <pre>
 *  [Close  Parse]  Bind  Execute  [Close]
 * </pre>
 */
final class RowGroup {
    /** Messages of a statement without parameters, each answered once. */
    static final int MESSAGES = 5;
    /** What the count of parameters can say. */
    static final int MAX_PARAMETERS = 65_535;

    private static final String STATEMENT = "cdf_transaction";
    private static final char STATEMENT_KIND = 'S';

    private RowGroup() {}

    /** @param rows of this statement, with together at most {@link #MAX_PARAMETERS} values */
    static void write(GroupStatement statement, PreparedInsert prepared, List<HeldRow> rows, ByteBuf out) {
        int parameters = prepared.parameters() * rows.size();
        if (statement.preparation() != Preparation.KNOWN) {
            close(statement.name(), out);
            message(out, FrontendTag.PARSE, body -> {
                text(body, statement.name());
                text(body, prepared.insert().text(rows.size()));
                body.writeShort(parameters);
                rows.forEach(row -> prepared.types().forEach(body::writeInt));
            });
        }
        message(out, FrontendTag.BIND, body -> {
            text(body, "");
            text(body, statement.name());
            body.writeShort(parameters);
            rows.forEach(row -> row.values().writeFormats(body));
            body.writeShort(parameters);
            rows.forEach(row -> row.values().writeValues(body));
            body.writeShort(0);
        });
        execute(out);
        if (statement.preparation() == Preparation.ONCE) {
            close(statement.name(), out);
        }
    }

    /** Writes a statement without parameters. */
    static void write(String sql, ByteBuf out) {
        close(STATEMENT, out);
        message(out, FrontendTag.PARSE, body -> {
            text(body, STATEMENT);
            text(body, sql);
            body.writeShort(0);
        });
        bindNothing(out);
        execute(out);
        close(STATEMENT, out);
    }

    /** Writes one message that fails, so that the transaction does. */
    static void writeFailure(ByteBuf out) {
        bindNothing(out);
    }

    static void sync(ByteBuf out) {
        message(out, FrontendTag.SYNC, body -> {});
    }

    static void flush(ByteBuf out) {
        message(out, FrontendTag.FLUSH, body -> {});
    }

    private static void bindNothing(ByteBuf out) {
        message(out, FrontendTag.BIND, body -> {
            text(body, "");
            text(body, STATEMENT);
            body.writeShort(0);
            body.writeShort(0);
            body.writeShort(0);
        });
    }

    private static void execute(ByteBuf out) {
        message(out, FrontendTag.EXECUTE, body -> {
            text(body, "");
            body.writeInt(0);
        });
    }

    private static void close(String statement, ByteBuf out) {
        message(out, FrontendTag.CLOSE, body -> {
            body.writeByte(STATEMENT_KIND);
            text(body, statement);
        });
    }

    private static void message(ByteBuf out, byte tag, Consumer<ByteBuf> body) {
        int length = LengthPrefix.begin(out, tag);
        body.accept(out);
        LengthPrefix.end(out, length);
    }

    private static void text(ByteBuf out, String ascii) {
        out.writeCharSequence(ascii, StandardCharsets.US_ASCII);
        out.writeByte(0);
    }
}
