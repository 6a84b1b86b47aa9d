package org.cdfgateway.pgwire.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.client.ScramClient;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.pgwire.FakeGuard;
import org.cdfgateway.pgwire.FakeLogins;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.cdfgateway.pgwire.admission.FailedLogins;
import org.cdfgateway.pgwire.admission.LoginLimits;
import org.cdfgateway.pgwire.admission.LoginPlaces;
import org.cdfgateway.pgwire.admission.Permit;
import org.cdfgateway.pgwire.admission.Permits;
import org.cdfgateway.pgwire.admission.StatementTurns;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.codec.Bytes;
import org.cdfgateway.pgwire.codec.FrontendEncoder;
import org.cdfgateway.pgwire.codec.OpeningCodec;
import org.cdfgateway.pgwire.engine.EngineConnector;
import org.cdfgateway.pgwire.message.CancelKey;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslResponse;
import org.cdfgateway.pgwire.message.OpeningMessage.CancelRequest;
import org.cdfgateway.pgwire.relay.Relay;
import org.cdfgateway.pgwire.relay.RelayLimits;
import org.cdfgateway.pgwire.relay.StalledReader;
import org.cdfgateway.pgwire.scan.SessionTokens;
import org.junit.jupiter.api.Test;

/** From the first byte to the end of the authentication, byte for byte. */
class FrontConversationTest {
    private static final String SSL_REQUEST = "<0000000804d2162f>";
    private static final String GSS_REQUEST = "<0000000804d21630>";
    private static final String SASL = "R<00000017" + "0000000a>SCRAM-SHA-256<0000>";

    private final CancelKeys cancels = new CancelKeys();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final LoginPlaces opening = new LoginPlaces(2, 2);
    private final FailedLogins failedLogins =
            new FailedLogins(LoginLimits.DEFAULT.withLockOut(2, Duration.ofMinutes(1)), Clock.systemUTC());
    private final Permits sessions = new Permits(1);

    @Test
    void saysNoToEncryptionItDoesNotOffer() {
        EmbeddedChannel client = connect();

        assertThat(say(client, GSS_REQUEST)).isEqualTo("N");
        assertThat(say(client, SSL_REQUEST)).isEqualTo("N");
        assertThat(say(client, startup("00030000", "user<00>u1<00>"))).isEqualTo(SASL);
    }

    @Test
    void answersEncryptionRequestsOnce() {
        EmbeddedChannel client = connect();

        say(client, SSL_REQUEST);

        assertThat(say(client, SSL_REQUEST)).contains("C08P01<00>Munexpected SSLRequest");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void acceptsVersion3_2() {
        assertThat(say(connect(), startup("00030002", "user<00>u1<00>"))).isEqualTo(SASL);
    }

    @Test
    void negotiatesNewerVersionsAndUnknownOptions() {
        assertThat(say(connect(), startup("0003270f", "user<00>u1<00>_pq_.grease<00>1<00>")))
                .isEqualTo("v<00000018" + "0003000200000001>_pq_.grease<00>" + SASL);
    }

    @Test
    void keepsTheVersionWhenOnlyAnOptionIsUnknown() {
        assertThat(say(connect(), startup("00030000", "user<00>u1<00>_pq_.x<00>1<00>")))
                .startsWith("v<00000013" + "0003000000000001>_pq_.x<00>");
    }

    @Test
    void refusesOtherMajorVersions() {
        assertThat(say(connect(), startup("00020000", "user<00>u1<00>")))
                .contains("SFATAL<00>")
                .contains("C0A000<00>Munsupported frontend protocol 2.0: server supports 3.0 to 3.2");
    }

    @Test
    void refusesGarbage() {
        EmbeddedChannel client = connect();

        assertThat(say(client, "GET / HTTP/1.1")).contains("C08P01<00>Minvalid length of startup packet");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void refusesStatementsBeforeAuthentication() {
        EmbeddedChannel client = connect();
        say(client, startup("00030000", "user<00>u1<00>"));

        assertThat(say(client, "Q<0000000d>select 1<00>"))
                .contains("C08P01<00>Mexpected password response, got message type 81");
    }

    @Test
    void refusesMechanismsItDidNotOffer() {
        EmbeddedChannel client = connect();
        say(client, startup("00030000", "user<00>u1<00>"));

        assertThat(say(client, Bytes.message('p', "SCRAM-SHA-256-PLUS<00><00000000>")))
                .contains("Mclient selected an invalid SASL authentication mechanism");
    }

    @Test
    void treatsUnknownUsersLikeWrongPasswords() {
        String unknown = failedLogin("u2").replace("u2", "u1");
        String wrongPassword = failedLogin("u1");

        assertThat(unknown)
                .isEqualTo(wrongPassword)
                .contains("C28P01<00>Mpassword authentication failed for user \"u1\"");
    }

    @Test
    void limitsConnectionsThatLogIn() {
        connect();
        connect();

        EmbeddedChannel third = connect();

        assertThat(heard(third)).contains("C53300<00>Mtoo many connections are logging in");
        assertThat(third.isActive()).isFalse();
    }

    @Test
    void givesPlacesBack() {
        connect().close();
        connect().close();
        EmbeddedChannel third = connect();

        assertThat(say(third, SSL_REQUEST)).isEqualTo("N");
    }

    @Test
    void limitsSessionsOfThoseWhoHaveLoggedIn() throws Exception {
        EmbeddedChannel waiting = connect();
        say(waiting, startup("00030000", "user<00>u1<00>"));
        Permit last = sessions.acquire().orElseThrow();

        assertThat(logInFrom(waiting)).contains("C53300<00>Msorry, too many clients already");
        last.close();
        assertThat(logIn(connect())).contains("R<00000008" + "00000000>");
    }

    @Test
    void locksOutWhoGuesses() throws Exception {
        failedLogin("u1");
        failedLogin("u1");

        assertThat(say(connect(), startup("00030000", "user<00>u1<00>")))
                .contains("C28000<00>Mtoo many failed logins for user \"u1\" from this address");
        assertThat(say(connect(), startup("00030000", "user<00>u3<00>"))).isEqualTo(SASL);
    }

    @Test
    void locksOutWhoHasBegunManyGuesses() throws Exception {
        EmbeddedChannel begun = connect();
        say(begun, startup("00030000", "user<00>u1<00>"));
        failedLogin("u1");
        failedLogin("u1");

        assertThat(logInFrom(begun)).contains("too many failed logins").doesNotContain("C28P01");
    }

    @Test
    void closesWhoTakesTooLong() {
        EmbeddedChannel client = connect();
        say(client, startup("00030000", "user<00>u1<00>"));

        client.advanceTimeBy(9, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();
        assertThat(client.isActive()).isTrue();
        client.advanceTimeBy(2, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();

        assertThat(client.isActive()).isFalse();
    }

    @Test
    void cancelsWithoutAnswer() {
        List<String> cancelled = new ArrayList<>();
        CancelKey key = cancels.register(32, () -> cancelled.add("x")).key();
        ByteBuf request = Unpooled.buffer();
        OpeningCodec.write(new CancelRequest(key), request);
        EmbeddedChannel client = connect();

        assertThat(say(client, request)).isEmpty();

        assertThat(cancelled).containsExactly("x");
        assertThat(client.isActive()).isFalse();
    }

    @Test
    void refusesNewSessionsWhileClosing() {
        closing.set(true);

        assertThat(say(connect(), startup("00030000", "user<00>u1<00>")))
                .contains("C57P03<00>Mthe gateway is shutting down");
    }

    private String failedLogin(String user) {
        EmbeddedChannel client = connect();
        say(client, startup("00030000", "user<00>" + user + "<00>"));
        client.writeInbound(Bytes.message('p', "SCRAM-SHA-256<0000000010>n,,n=x,r=abcdefg"));
        String challenge = Bytes.ascii(client.<ByteBuf>readOutbound());
        String nonce = challenge.substring(challenge.indexOf("r=") + 2, challenge.indexOf(",s="));
        say(
                client,
                FrontendEncoder.write(
                        new SaslResponse("c=biws,r=" + nonce + ",p=" + "A".repeat(43) + "="), Unpooled.buffer()));
        assertThat(client.isActive()).isTrue();
        client.advanceTimeBy(1, TimeUnit.SECONDS);
        client.runScheduledPendingTasks();
        String farewell = heard(client);
        assertThat(client.isActive()).isFalse();
        return farewell;
    }

    private static String logIn(EmbeddedChannel client) throws Exception {
        say(client, startup("00030000", "user<00>u1<00>"));
        return logInFrom(client);
    }

    private static String logInFrom(EmbeddedChannel client) throws Exception {
        ScramClient scram = ScramClient.builder()
                .advertisedMechanisms(List.of("SCRAM-SHA-256"))
                .username("*")
                .password(FakeLogins.PASSWORD.toCharArray())
                .build();
        client.writeInbound(FrontendEncoder.write(
                new SaslInitialResponse(
                        "SCRAM-SHA-256", scram.clientFirstMessage().toString()),
                Unpooled.buffer()));
        client.runPendingTasks();
        String challenge = Bytes.ascii(client.<ByteBuf>readOutbound());
        scram.serverFirstMessage(challenge.substring(challenge.indexOf("r=")));
        return say(
                client,
                FrontendEncoder.write(
                        new SaslResponse(scram.clientFinalMessage().toString()), Unpooled.buffer()));
    }

    private static ByteBuf startup(String version, String parameters) {
        ByteBuf body = Bytes.of("<" + version + ">" + parameters + "<00>");
        return Unpooled.buffer().writeInt(body.readableBytes() + Integer.BYTES).writeBytes(body);
    }

    private EmbeddedChannel connect() {
        FrontAccess access = new FrontAccess(
                Transport.plain(),
                new FakeLogins(),
                new NoEngine(),
                user -> new FakeGuard(),
                new EngineConnector(Runnable::run, Duration.ofSeconds(1), WriteBufferWaterMark.DEFAULT),
                new SessionTokens(),
                cancels,
                new Relay(
                        user -> new FakeGuard(),
                        (sql, owner) -> List.of(),
                        new RelayLimits(
                                1_000,
                                new StalledReader(Optional.empty()),
                                new StatementTurns(1),
                                Duration.ofSeconds(30)),
                        Runnable::run),
                Runnable::run,
                AllowedAddresses.ALL,
                Duration.ofSeconds(10),
                opening,
                failedLogins,
                sessions,
                new SecureRandom(),
                closing);
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new FrontPipeline(access, new DefaultChannelGroup(GlobalEventExecutor.INSTANCE)));
        channel.pipeline().fireChannelActive();
        return channel;
    }

    private static String say(EmbeddedChannel channel, String bytes) {
        return say(channel, Bytes.of(bytes));
    }

    private static String say(EmbeddedChannel channel, ByteBuf bytes) {
        channel.writeInbound(bytes);
        channel.runPendingTasks();
        return heard(channel);
    }

    private static String heard(EmbeddedChannel channel) {
        StringBuilder heard = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            heard.append(Bytes.show(out));
        }
        return heard.toString();
    }

    private static final class NoEngine implements EngineDatabases {
        @Override
        public EngineLogin provide(String username) {
            return new EngineLogin(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), username, username, new Secret("x"));
        }

        @Override
        public void show(String username, List<TableDefinition> custom) {}

        @Override
        public void drop(String username) {}
    }
}
