package org.cdfgateway.pgwire;

import com.ongres.scram.client.ScramClient;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.pgwire.codec.BackendDecoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationSaslContinue;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslResponse;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;

/** A client that reads when the test says so. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    RawClient(FrontServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        in = new DataInputStream(socket.getInputStream());
    }

    /** Logs in and reads up to ReadyForQuery. */
    static RawClient loggedIn(FrontServer server) throws Exception {
        RawClient client = new RawClient(server);
        ByteBuf startup = Unpooled.buffer();
        OpeningCodec.write(new StartupMessage(ProtocolVersion.V3_0, Map.of("user", FakeLogins.USER)), startup);
        client.send(startup);
        client.receive();
        ScramClient scram = ScramClient.builder()
                .advertisedMechanisms(List.of("SCRAM-SHA-256"))
                .username("*")
                .password(FakeLogins.PASSWORD.toCharArray())
                .build();
        client.send(new SaslInitialResponse(
                "SCRAM-SHA-256", scram.clientFirstMessage().toString()));
        AuthenticationSaslContinue challenge =
                (AuthenticationSaslContinue) client.receive().orElseThrow();
        scram.serverFirstMessage(challenge.data());
        client.send(new SaslResponse(scram.clientFinalMessage().toString()));
        client.receiveUntilReady();
        return client;
    }

    void send(FrontendMessage message) throws IOException {
        send(FrontendEncoder.write(message, Unpooled.buffer()));
    }

    void send(ByteBuf bytes) throws IOException {
        socket.getOutputStream().write(ByteBufUtil.getBytes(bytes));
        socket.getOutputStream().flush();
    }

    byte receiveByte() throws IOException {
        return in.readByte();
    }

    /** The next message, empty for rows and the like. */
    Optional<BackendMessage> receive() throws IOException {
        byte tag = in.readByte();
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        return BackendDecoder.read(new Frame(tag, Unpooled.wrappedBuffer(body)));
    }

    /** Returns the number of messages, ReadyForQuery included. */
    int receiveUntilReady() throws IOException {
        int messages = 1;
        while (!(receive().orElse(null) instanceof ReadyForQuery)) {
            messages++;
        }
        return messages;
    }

    /** Everything up to the end of the stream. */
    byte[] receiveRest() throws IOException {
        return in.readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
