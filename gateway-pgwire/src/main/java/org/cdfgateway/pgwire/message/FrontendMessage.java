package org.cdfgateway.pgwire.message;

import java.util.Collections;
import java.util.List;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;

/** What a client sends after the opening: {@code byte tag | int32 length | ...}. */
public sealed interface FrontendMessage {

    <R> R match(Cases<R> cases);

    /** Runs statements: {@code Q | sql 0}. */
    record Query(String sql) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.query(this);
        }
    }

    /** Prepares a statement: {@code P | name 0 | sql 0 | int16 n | int32 oid * n}. Type 0 is left to the server. */
    record Parse(String statement, String sql, List<Integer> parameterTypes) implements FrontendMessage {
        public Parse {
            parameterTypes = List.copyOf(parameterTypes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.parse(this);
        }
    }

    /**
     * Makes a portal of a statement, all parameters and results in text format:
     * {@code B | portal 0 | statement 0 | formats | int16 n | (int32 length | bytes) * n | formats}.
     */
    record Bind(String portal, String statement, List<@Nullable String> parameters) implements FrontendMessage {
        public Bind {
            parameters = Collections.unmodifiableList(parameters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bind(this);
        }
    }

    /** Asks for columns: {@code D | byte target | name 0}. */
    record Describe(Target target, String name) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.describe(this);
        }
    }

    /** Runs a portal: {@code E | portal 0 | int32 maxRows}, 0 for all rows. */
    record Execute(String portal, int maxRows) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.execute(this);
        }
    }

    /** Forgets a statement or portal: {@code C | byte target | name 0}. */
    record Close(Target target, String name) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.close(this);
        }
    }

    /** Ends a run of extended messages: {@code S}. */
    record Sync() implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sync(this);
        }
    }

    /** Asks for what has been answered so far: {@code H}. */
    record Flush() implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flush(this);
        }
    }

    /** Says goodbye: {@code X}. */
    record Terminate() implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.terminate(this);
        }
    }

    /** A password: {@code p | password 0}. */
    record PasswordMessage(Secret password) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.password(this);
        }
    }

    /** Chooses a mechanism and begins: {@code p | mechanism 0 | int32 length | bytes}. */
    record SaslInitialResponse(String mechanism, String data) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.saslInitialResponse(this);
        }
    }

    /** Goes on: {@code p | bytes}. */
    record SaslResponse(String data) implements FrontendMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.saslResponse(this);
        }
    }

    /** One function per member, so that the compiler objects when one is forgotten. */
    interface Cases<R> {
        R query(Query message);

        R parse(Parse message);

        R bind(Bind message);

        R describe(Describe message);

        R execute(Execute message);

        R close(Close message);

        R sync(Sync message);

        R flush(Flush message);

        R terminate(Terminate message);

        R password(PasswordMessage message);

        R saslInitialResponse(SaslInitialResponse message);

        R saslResponse(SaslResponse message);
    }
}
