package org.cdfgateway.pgwire.scan;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.pgwire.codec.BackendEncoder;
import org.cdfgateway.pgwire.codec.Frame;
import org.cdfgateway.pgwire.codec.FrontendDecoder;
import org.cdfgateway.pgwire.codec.FrontendTag;
import org.cdfgateway.pgwire.error.Failures;
import org.cdfgateway.pgwire.message.BackendMessage;
import org.cdfgateway.pgwire.message.BackendMessage.BindComplete;
import org.cdfgateway.pgwire.message.BackendMessage.CloseComplete;
import org.cdfgateway.pgwire.message.BackendMessage.EmptyQueryResponse;
import org.cdfgateway.pgwire.message.BackendMessage.ErrorResponse;
import org.cdfgateway.pgwire.message.BackendMessage.NoData;
import org.cdfgateway.pgwire.message.BackendMessage.ParameterDescription;
import org.cdfgateway.pgwire.message.BackendMessage.ParseComplete;
import org.cdfgateway.pgwire.message.BackendMessage.ReadyForQuery;
import org.cdfgateway.pgwire.message.FrontendMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.Bind;
import org.cdfgateway.pgwire.message.FrontendMessage.Close;
import org.cdfgateway.pgwire.message.FrontendMessage.Describe;
import org.cdfgateway.pgwire.message.FrontendMessage.Execute;
import org.cdfgateway.pgwire.message.FrontendMessage.Flush;
import org.cdfgateway.pgwire.message.FrontendMessage.Parse;
import org.cdfgateway.pgwire.message.FrontendMessage.PasswordMessage;
import org.cdfgateway.pgwire.message.FrontendMessage.Query;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslInitialResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.SaslResponse;
import org.cdfgateway.pgwire.message.FrontendMessage.Sync;
import org.cdfgateway.pgwire.message.FrontendMessage.Terminate;
import org.cdfgateway.pgwire.message.Severity;
import org.cdfgateway.pgwire.message.Target;
import org.cdfgateway.pgwire.message.TransactionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Answers the messages of one connection from a remote session, one after the other, on one thread at a time; blocks.
 *
 * <pre>
 *  Query                    → (RowDescription DataRow* CommandComplete)* ReadyForQuery
 *  Parse Bind Execute Sync  → ParseComplete BindComplete DataRow* CommandComplete ReadyForQuery
 *  after an error           → ErrorResponse, then nothing up to Sync, then ReadyForQuery
 * </pre>
 */
final class ScanConversation implements FrontendMessage.Cases<ScanConversation.Next> {
    private final RemoteSession session;
    private final PacedOutput output;
    private final Parameters parameters = new Parameters();
    private final Map<String, List<Integer>> parameterTypes = new HashMap<>();
    private final Map<String, Portal> portals = new HashMap<>();
    private boolean skipsUntilSync;

    enum Next {
        GO_ON,
        END
    }

    /** A bound statement; its result once it has been executed. */
    private static final class Portal {
        final Bind bind;

        @Nullable
        ResultSender sender;

        Portal(Bind bind) {
            this.bind = bind;
        }
    }

    ScanConversation(RemoteSession session, PacedOutput output) {
        this.session = session;
        this.output = output;
    }

    /** @throws GatewayException PROTOCOL_VIOLATION: the connection must end */
    Next answer(Frame frame) {
        if (skipsUntilSync && frame.tag() != FrontendTag.SYNC && frame.tag() != FrontendTag.TERMINATE) {
            return Next.GO_ON;
        }
        FrontendMessage message;
        try {
            message = FrontendDecoder.read(frame);
        } catch (GatewayException unreadable) {
            if (unreadable.kind() == ErrorKind.PROTOCOL_VIOLATION) {
                throw unreadable;
            }
            return failed(unreadable);
        }
        try {
            return message.match(this);
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private Next failed(RuntimeException failure) {
        refuse(failure);
        skipsUntilSync = true;
        return Next.GO_ON;
    }

    @Override
    public Next query(Query message) {
        parameterTypes.remove("");
        portals.clear();
        try {
            Iterator<RemoteResult> results = session.query(message.sql());
            if (!results.hasNext()) {
                write(new EmptyQueryResponse());
            }
            while (results.hasNext()) {
                RemoteResult result = results.next();
                if (!result.columns().isEmpty()) {
                    write(RowWriter.describe(result.columns()));
                }
                new ResultSender(result).send(0, output);
            }
        } catch (RuntimeException failure) {
            refuse(failure);
        }
        return ready();
    }

    @Override
    public Next parse(Parse message) {
        session.prepare(message.statement(), message.sql());
        parameterTypes.put(message.statement(), parameters.types(message.sql(), message.parameterTypes()));
        write(new ParseComplete());
        return Next.GO_ON;
    }

    @Override
    public Next bind(Bind message) {
        List<Integer> types = typesOf(message.statement());
        if (types.size() != message.parameters().size()) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION,
                    "bind message supplies " + message.parameters().size() + " parameters, but prepared statement \""
                            + message.statement() + "\" requires " + types.size());
        }
        portals.put(message.portal(), new Portal(message));
        write(new BindComplete());
        return Next.GO_ON;
    }

    @Override
    public Next describe(Describe message) {
        String statement = message.name();
        if (message.target() == Target.STATEMENT) {
            write(new ParameterDescription(typesOf(statement)));
        } else {
            statement = portal(message.name()).bind.statement();
        }
        List<ResultColumn> columns = session.describe(statement);
        write(columns.isEmpty() ? new NoData() : RowWriter.describe(columns));
        return Next.GO_ON;
    }

    @Override
    public Next execute(Execute message) {
        Portal portal = portal(message.portal());
        ResultSender sender = portal.sender;
        if (sender == null) {
            sender = new ResultSender(session.execute(portal.bind.statement(), portal.bind.parameters()));
            portal.sender = sender;
        }
        sender.send(message.maxRows(), output);
        return Next.GO_ON;
    }

    /** The remote session keeps its statement until it is replaced or deallocated by SQL, as postgres_fdw does. */
    @Override
    public Next close(Close message) {
        switch (message.target()) {
            case STATEMENT -> parameterTypes.remove(message.name());
            case PORTAL -> portals.remove(message.name());
        }
        write(new CloseComplete());
        return Next.GO_ON;
    }

    @Override
    public Next sync(Sync message) {
        skipsUntilSync = false;
        return ready();
    }

    @Override
    public Next flush(Flush message) {
        output.flush();
        return Next.GO_ON;
    }

    @Override
    public Next terminate(Terminate message) {
        return Next.END;
    }

    @Override
    public Next password(PasswordMessage message) {
        throw unexpectedPassword();
    }

    @Override
    public Next saslInitialResponse(SaslInitialResponse message) {
        throw unexpectedPassword();
    }

    @Override
    public Next saslResponse(SaslResponse message) {
        throw unexpectedPassword();
    }

    private static GatewayException unexpectedPassword() {
        return new GatewayException(ErrorKind.PROTOCOL_VIOLATION, "a password was not asked for");
    }

    private Portal portal(String name) {
        Portal portal = portals.get(name);
        if (portal == null) {
            throw new GatewayException(ErrorKind.INVALID_CURSOR_NAME, "portal \"" + name + "\" does not exist");
        }
        return portal;
    }

    private List<Integer> typesOf(String statement) {
        List<Integer> types = parameterTypes.get(statement);
        if (types == null) {
            throw new GatewayException(
                    ErrorKind.INVALID_SQL_STATEMENT_NAME, "prepared statement \"" + statement + "\" does not exist");
        }
        return types;
    }

    private void refuse(RuntimeException failure) {
        write(new ErrorResponse(Failures.diagnose(Severity.ERROR, failure)));
    }

    private Next ready() {
        if (session.status() == RemoteSession.TransactionStatus.IDLE) {
            portals.clear();
        }
        write(new ReadyForQuery(
                switch (session.status()) {
                    case IDLE -> TransactionStatus.IDLE;
                    case OPEN -> TransactionStatus.IN_TRANSACTION;
                    case FAILED -> TransactionStatus.FAILED;
                }));
        output.flush();
        return Next.GO_ON;
    }

    private void write(BackendMessage message) {
        BackendEncoder.write(message, output.buffer());
    }
}
