package org.cdfgateway.pgwire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.Diagnostic;
import org.cdfgateway.pgwire.message.FieldDescription;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.junit.jupiter.api.Test;

/** The bytes of the PostgreSQL manual, section 54.7. */
class WireFormatTest {

    @Test
    void writesErrorFields() {
        Diagnostic error = Diagnostic.of(Severity.ERROR, "42601", "no");

        assertThat(written(new BackendMessage.ErrorResponse(error)))
                .isEqualTo("E<0000001e>SERROR<00>VERROR<00>C42601<00>Mno<0000>");
    }

    @Test
    void keepsZeroBytesOutOfErrorFields() {
        Diagnostic error = Diagnostic.of(Severity.ERROR, "42601", "a\0b");

        assertThat(written(new BackendMessage.ErrorResponse(error))).endsWith("Ma b<0000>");
    }

    @Test
    void writesColumnsInTextFormat() {
        assertThat(written(new BackendMessage.RowDescription(List.of(new FieldDescription("id", 20, 8)))))
                .isEqualTo("T<0000001b0001>id<0000000000000000000014" + "0008ffffffff0000>");
    }

    @Test
    void writesTheWholeVersionWhenNegotiating() {
        assertThat(written(new BackendMessage.NegotiateProtocolVersion(ProtocolVersion.V3_0, List.of("_pq_.x"))))
                .isEqualTo("v<0000001300030000000000" + "01>_pq_.x<00>");
    }

    @Test
    void writesSecretsBehindTheProcessId() {
        CancelKey key = new CancelKey(258, new byte[] {1, 2, 3, 4});

        assertThat(written(new BackendMessage.BackendKeyData(key))).isEqualTo("K<0000000c0000010201020304>");
    }

    @Test
    void writesReadyForQuery() {
        assertThat(written(new BackendMessage.ReadyForQuery(TransactionStatus.IN_TRANSACTION)))
                .isEqualTo("Z<00000005>T");
    }

    @Test
    void writesParametersAsText() {
        FrontendMessage bind = new FrontendMessage.Bind("", "s", Arrays.asList("x", null));

        assertThat(Bytes.show(FrontendEncoder.write(bind, Unpooled.buffer())))
                .isEqualTo("B<0000001600>s<0000000002000000" + "01>x<ffffffff0000>");
    }

    @Test
    void refusesBinaryParameters() {
        Frame bind = new Frame((byte) 'B', Bytes.of("<00>s<00><00010001><0001><00000001>x<0000>"));

        assertThatThrownBy(() -> FrontendDecoder.read(bind)).hasMessage("binary parameters are not supported here");
    }

    @Test
    void refusesMessagesThatAreTooShortOrTooLong() {
        assertThatThrownBy(() -> FrontendDecoder.read(new Frame((byte) 'E', Bytes.of("p<00><0000>"))))
                .hasMessage("invalid message format");
        assertThatThrownBy(() -> FrontendDecoder.read(new Frame((byte) 'S', Bytes.of("x"))))
                .hasMessage("invalid message format");
        assertThatThrownBy(() -> FrontendDecoder.read(new Frame((byte) 'Q', Bytes.of("select"))))
                .hasMessage("invalid string in message");
        assertThatThrownBy(() -> FrontendDecoder.read(new Frame((byte) '!', Bytes.of(""))))
                .hasMessage("invalid frontend message type 33");
    }

    @Test
    void neverPrintsSecrets() {
        assertThat(new FrontendMessage.PasswordMessage(new Secret("hunter2")).toString())
                .doesNotContain("hunter2");
        assertThat(new CancelKey(7, new byte[] {42, 42, 42, 42}).toString()).isEqualTo("CancelKey[processId=7]");
    }

    private static String written(BackendMessage message) {
        return Bytes.show(BackendEncoder.write(message, Unpooled.buffer()));
    }
}
