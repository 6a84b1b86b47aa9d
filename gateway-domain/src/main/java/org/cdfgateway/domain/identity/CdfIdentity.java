package org.cdfgateway.domain.identity;

import java.net.URI;
import java.util.function.Function;

/** Whom CDF sees when a gateway user works, without the secret that proves it. */
public sealed interface CdfIdentity {

    <T> T match(Function<Session, T> session, Function<Client, T> client);

    /** Tells it in messages and logs, for example {@code CDF session 17}. */
    String label();

    /** A CDF session; its secret is the session key. */
    record Session(long id) implements CdfIdentity {
        @Override
        public <T> T match(Function<Session, T> ofSession, Function<Client, T> client) {
            return ofSession.apply(this);
        }

        @Override
        public String label() {
            return "CDF session " + id;
        }
    }

    /**
     * A client of an identity provider; its secret is the client's.
     *
     * @param scopes with blanks between them
     */
    record Client(URI tokenUri, String clientId, String scopes) implements CdfIdentity {
        @Override
        public <T> T match(Function<Session, T> session, Function<Client, T> ofClient) {
            return ofClient.apply(this);
        }

        @Override
        public String label() {
            return "client " + clientId;
        }
    }
}
