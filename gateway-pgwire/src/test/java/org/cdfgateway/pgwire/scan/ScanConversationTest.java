package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;
import java.util.List;
import org.cdfgateway.domain.identity.SessionFixture;
import org.cdfgateway.domain.port.inbound.RecordingClient;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.pgwire.FakeRemoteSessions;
import org.cdfgateway.pgwire.codec.Bytes;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.MessageFraming;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.Bind;
import org.cdfgateway.pgwire.message.FrontendMessage.Close;
import org.cdfgateway.pgwire.message.FrontendMessage.Describe;
import org.cdfgateway.pgwire.message.FrontendMessage.Execute;
import org.cdfgateway.pgwire.message.FrontendMessage.Flush;
import org.cdfgateway.pgwire.message.FrontendMessage.Parse;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.cdfgateway.pgwire.message.FrontendMessage.Sync;
import org.cdfgateway.pgwire.message.FrontendMessage.Terminate;
import org.cdfgateway.pgwire.message.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanConversationTest {
    private final FakeRemoteSessions remote = new FakeRemoteSessions();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final EmbeddedChannel frames = new EmbeddedChannel(MessageFraming.ofClient(10_000));
    private final RemoteSession session = remote.open(SessionFixture.aSession(), new RecordingClient());
    private final ScanConversation conversation = new ScanConversation(session, new PacedOutput(channel));

    @BeforeEach
    void fill() {
        remote.reset(3);
    }

    @Test
    void answersQueries() {
        say(new Query("START TRANSACTION ISOLATION LEVEL REPEATABLE READ"));
        assertThat(heard()).isEqualTo("C START TRANSACTION | Z T");
        say(new Query("DECLARE c1 CURSOR FOR SELECT id, name FROM public.assets"));
        assertThat(heard()).isEqualTo("C DECLARE CURSOR | Z T");
        say(new Query("FETCH 2 FROM c1"));
        assertThat(heard()).isEqualTo("T id name | D 1 name 1 | D 2 name 2 | C FETCH 2 | Z T");
        say(new Query("FETCH 2 FROM c1"));
        assertThat(heard()).isEqualTo("T id name | D 3 name 3 | C FETCH 1 | Z T");
        say(new Query("FETCH 2 FROM c1"));
        assertThat(heard()).isEqualTo("T id name | C FETCH 0 | Z T");
        say(new Query("COMMIT TRANSACTION"));
        assertThat(heard()).isEqualTo("C COMMIT | Z I");
    }

    @Test
    void answersExtendedMessages() {
        say(new Parse("", "DECLARE c1 CURSOR FOR SELECT id FROM public.assets", List.of()));
        say(new Bind("", "", List.of()));
        say(new Describe(Target.PORTAL, ""));
        say(new Execute("", 0));
        say(new Sync());

        assertThat(heard()).isEqualTo("1 | 2 | n | C DECLARE CURSOR | Z I");
    }

    @Test
    void describesStatements() {
        say(new Parse("s", "SELECT id FROM public.assets WHERE id = $1", List.of()));
        say(new Describe(Target.STATEMENT, "s"));
        say(new Sync());

        assertThat(heard()).isEqualTo("1 | t 1 | T id | Z I");
    }

    @Test
    void passesParameters() {
        say(new Parse("p", "INSERT INTO public.assets(name, description) VALUES ($1, $2)", List.of()));
        say(new Bind("", "p", Arrays.asList("pump", null)));
        say(new Execute("", 0));
        say(new Sync());

        assertThat(heard()).isEqualTo("1 | 2 | C INSERT 0 1 | Z I");
        assertThat(remote.insertedRows()).containsExactly(Arrays.asList("pump", null));
    }

    @Test
    void suspendsPortalsAtTheRowLimitEvenBehindTheLastRow() {
        say(new Query("DECLARE c1 CURSOR FOR SELECT id FROM public.assets"));
        heard();
        say(new Parse("", "FETCH 3 FROM c1", List.of()));
        say(new Bind("p", "", List.of()));
        say(new Execute("p", 2));
        say(new Execute("p", 1));
        say(new Execute("p", 1));
        say(new Sync());

        assertThat(heard()).isEqualTo("1 | 2 | D 1 | D 2 | s | D 3 | s | C FETCH 3 | Z I");
    }

    @Test
    void skipsEverythingUpToSyncAfterAnError() {
        say(new Bind("", "unknown", List.of()));
        say(new Execute("", 0));
        say(new Query("START TRANSACTION"));
        say(new Sync());
        say(new Sync());

        assertThat(heard()).isEqualTo("E 26000 | Z I | Z I");
    }

    @Test
    void goesOnAfterAnErrorInQuery() {
        say(new Query("DECLARE c1 CURSOR FOR SELECT id FROM public.time_series"));
        say(new Query("ABORT TRANSACTION"));

        assertThat(heard()).isEqualTo("E 58030 | Z E | C ROLLBACK | Z I");
    }

    @Test
    void refusesUnknownPortalsAndWrongNumbersOfParameters() {
        say(new Execute("nowhere", 0));
        say(new Sync());
        say(new Parse("", "SELECT $1 FROM public.assets", List.of()));
        say(new Bind("", "", List.of()));
        say(new Sync());

        assertThat(heard()).isEqualTo("E 34000 | Z I | 1 | E 08P01 | Z I");
    }

    @Test
    void closesWhatDoesNotExist() {
        say(new Close(Target.PORTAL, "x"));
        say(new Close(Target.STATEMENT, "x"));
        say(new Flush());

        assertThat(heard()).isEqualTo("3 | 3");
    }

    @Test
    void endsOnTerminate() {
        assertThat(say(new Terminate())).isEqualTo(ScanConversation.Next.END);
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThatThrownBy(() -> conversation.answer(new Frame((byte) 'Q', Bytes.of("x"))))
                .hasMessage("invalid string in message");
    }

    private ScanConversation.Next say(FrontendMessage message) {
        frames.writeInbound(FrontendEncoder.write(message, Unpooled.buffer()));
        Frame frame = frames.readInbound();
        return conversation.answer(frame);
    }

    /** The answers in short: tag and what matters of the message. */
    private String heard() {
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            frames.writeInbound(out);
        }
        StringBuilder heard = new StringBuilder();
        for (Frame frame = frames.readInbound(); frame != null; frame = frames.readInbound()) {
            heard.append(heard.isEmpty() ? "" : " | ").append(ShortForm.of(frame));
        }
        return heard.toString();
    }
}
