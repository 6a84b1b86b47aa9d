package org.cdfgateway.pgwire.scan;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.Executor;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.message.BackendMessage.AuthenticationOk;
import org.cdfgateway.pgwire.message.BackendMessage.BackendKeyData;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterStatus;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.TransactionStatus;

/** One connection after its login: the remote session behind it, and all that must end with it. */
final class ScanSession {
    /** What libpq and postgres_fdw look at. The version is that of the statements postgres_fdw may send. */
    private static final Map<String, String> SETTINGS = Map.of(
            "server_version", "18.0",
            "server_encoding", "UTF8",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "IntervalStyle", "postgres",
            "TimeZone", "GMT",
            "integer_datetimes", "on",
            "standard_conforming_strings", "on");

    private static final int SECRET_BYTES = 4;

    private final RemoteSession remote;
    private final Channel channel;
    private final Executor workers;
    private final CancelKeys.Registration cancel;

    private ScanSession(RemoteSession remote, Channel channel, Executor workers, CancelKeys.Registration cancel) {
        this.remote = remote;
        this.channel = channel;
        this.workers = workers;
        this.cancel = cancel;
    }

    /** Blocks. The result ends with the channel or with the gateway session, whichever is first. */
    static ScanSession open(SessionBinding binding, ScanAccess access, Channel channel) {
        RemoteSession remote = access.sessions().open(binding.session(), binding.client());
        ScanSession session = new ScanSession(
                remote, channel, access.workers(), access.cancels().register(SECRET_BYTES, remote::cancel));
        channel.closeFuture().addListener(closed -> session.end());
        if (!binding.connected(session::hangUp)) {
            session.hangUp();
        }
        return session;
    }

    RemoteSession remote() {
        return remote;
    }

    ByteBuf greeting(ByteBuf out) {
        BackendEncoder.write(new AuthenticationOk(), out);
        SETTINGS.forEach((name, value) -> BackendEncoder.write(new ParameterStatus(name, value), out));
        BackendEncoder.write(new BackendKeyData(cancel.key()), out);
        return BackendEncoder.write(new ReadyForQuery(TransactionStatus.IDLE), out);
    }

    /** At once, not only when the channel has got round to closing. */
    private void hangUp() {
        workers.execute(remote::close);
        channel.close();
    }

    private void end() {
        cancel.close();
        workers.execute(remote::close);
    }
}
