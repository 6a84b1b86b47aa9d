package org.cdfgateway.cdf.session;

import java.net.http.HttpClient;
import java.time.Clock;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.TokenInspection;

/** Both kinds of access: sessions of CDF, and clients of an identity provider. */
public final class CdfSessionKinds implements CdfSessions {
    private final ServiceSessions sessions;
    private final ClientSessions clients;

    /** @param http for identity providers; must not follow redirections */
    public CdfSessionKinds(
            ServiceSessions sessions,
            HttpClient http,
            TokenEndpoints endpoints,
            TokenInspection inspection,
            Clock clock) {
        this.sessions = sessions;
        this.clients = new ClientSessions(http, endpoints, inspection, clock);
    }

    @Override
    public BoundSession bind(String project, CdfCredentials credentials) {
        return credentials.match(
                nonce -> sessions.bind(project, nonce.nonce()), client -> clients.bind(project, client));
    }

    @Override
    public SessionToken refresh(String project, CdfIdentity identity, Secret secret) {
        return identity.match(
                session -> sessions.refresh(project, session.id(), secret), client -> clients.refresh(client, secret));
    }
}
