package org.cdfgateway.pgwire.message;

import java.util.List;

/** What a server sends: {@code byte tag | int32 length | ...}. Rows are not among them: they are written in bulk. */
public sealed interface BackendMessage {

    <R> R match(Cases<R> cases);

    /** The client is who it says: {@code R | int32 0}. */
    record AuthenticationOk() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationOk(this);
        }
    }

    /** Asks for the password as it is: {@code R | int32 3}. */
    record AuthenticationCleartextPassword() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationCleartextPassword(this);
        }
    }

    /** Offers SASL mechanisms: {@code R | int32 10 | (mechanism 0)* | 0}. */
    record AuthenticationSasl(List<String> mechanisms) implements BackendMessage {
        public AuthenticationSasl {
            mechanisms = List.copyOf(mechanisms);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationSasl(this);
        }
    }

    /** Goes on with SASL: {@code R | int32 11 | bytes}. */
    record AuthenticationSaslContinue(String data) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationSaslContinue(this);
        }
    }

    /** Ends SASL: {@code R | int32 12 | bytes}. */
    record AuthenticationSaslFinal(String data) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.authenticationSaslFinal(this);
        }
    }

    /** Tells a setting's value: {@code S | name 0 | value 0}. */
    record ParameterStatus(String name, String value) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.parameterStatus(this);
        }
    }

    /** Tells how to cancel: {@code K | int32 pid | secret}. */
    record BackendKeyData(CancelKey key) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.backendKeyData(this);
        }
    }

    /** Waits for the client: {@code Z | byte status}. */
    record ReadyForQuery(TransactionStatus status) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.readyForQuery(this);
        }
    }

    /** Something failed: {@code E | (byte field | text 0)* | 0}. */
    record ErrorResponse(Diagnostic diagnostic) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.errorResponse(this);
        }
    }

    /** Something the user should know: {@code N | (byte field | text 0)* | 0}. */
    record NoticeResponse(Diagnostic diagnostic) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noticeResponse(this);
        }
    }

    /** Offers an older version: {@code v | int32 version | int32 n | (option 0) * n}. */
    record NegotiateProtocolVersion(ProtocolVersion newest, List<String> unknownOptions) implements BackendMessage {
        public NegotiateProtocolVersion {
            unknownOptions = List.copyOf(unknownOptions);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.negotiateProtocolVersion(this);
        }
    }

    /**
     * Tells the columns of rows to come:
     * {@code T | int16 n | (name 0 | int32 table | int16 column | int32 oid | int16 length | int32 typmod | int16 format) * n}.
     */
    record RowDescription(List<FieldDescription> fields) implements BackendMessage {
        public RowDescription {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rowDescription(this);
        }
    }

    /** A statement is done: {@code C | tag 0}. */
    record CommandComplete(String tag) implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.commandComplete(this);
        }
    }

    /** There was no statement: {@code I}. */
    record EmptyQueryResponse() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.emptyQueryResponse(this);
        }
    }

    /** {@code 1}. */
    record ParseComplete() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.parseComplete(this);
        }
    }

    /** {@code 2}. */
    record BindComplete() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bindComplete(this);
        }
    }

    /** {@code 3}. */
    record CloseComplete() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closeComplete(this);
        }
    }

    /** The described statement returns no rows: {@code n}. */
    record NoData() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.noData(this);
        }
    }

    /** Tells the types of a statement's parameters: {@code t | int16 n | int32 oid * n}. */
    record ParameterDescription(List<Integer> types) implements BackendMessage {
        public ParameterDescription {
            types = List.copyOf(types);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.parameterDescription(this);
        }
    }

    /** The row limit of Execute was reached: {@code s}. */
    record PortalSuspended() implements BackendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.portalSuspended(this);
        }
    }

    /** One function per member, so that the compiler objects when one is forgotten. */
    interface Cases<R> {
        R authenticationOk(AuthenticationOk message);

        R authenticationCleartextPassword(AuthenticationCleartextPassword message);

        R authenticationSasl(AuthenticationSasl message);

        R authenticationSaslContinue(AuthenticationSaslContinue message);

        R authenticationSaslFinal(AuthenticationSaslFinal message);

        R parameterStatus(ParameterStatus message);

        R backendKeyData(BackendKeyData message);

        R readyForQuery(ReadyForQuery message);

        R errorResponse(ErrorResponse message);

        R noticeResponse(NoticeResponse message);

        R negotiateProtocolVersion(NegotiateProtocolVersion message);

        R rowDescription(RowDescription message);

        R commandComplete(CommandComplete message);

        R emptyQueryResponse(EmptyQueryResponse message);

        R parseComplete(ParseComplete message);

        R bindComplete(BindComplete message);

        R closeComplete(CloseComplete message);

        R noData(NoData message);

        R parameterDescription(ParameterDescription message);

        R portalSuspended(PortalSuspended message);
    }
}
