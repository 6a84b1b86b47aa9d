package org.cdfgateway.pgwire.front;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.inbound.StatementGuards;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.pgwire.admission.AllowedAddresses;
import org.cdfgateway.pgwire.admission.FailedLogins;
import org.cdfgateway.pgwire.admission.LoginPlaces;
import org.cdfgateway.pgwire.admission.Permits;
import org.cdfgateway.pgwire.cancel.CancelKeys;
import org.cdfgateway.pgwire.engine.EngineConnector;
import org.cdfgateway.pgwire.relay.Relay;
import org.cdfgateway.pgwire.scan.SessionTokens;

/**
 * What all connections of one server share.
 *
 * @param blocking where logins and engine databases are asked, which block
 * @param allowed from where connections are taken
 * @param loginTimeout up to the end of the authentication
 * @param opening connections that are not authenticated yet
 * @param sessions connections of authenticated users
 * @param closing whether the server is about to stop
 */
public record FrontAccess(
        Transport transport,
        Logins logins,
        EngineDatabases engines,
        StatementGuards guards,
        EngineConnector connector,
        SessionTokens tokens,
        CancelKeys cancels,
        Relay relay,
        Executor blocking,
        AllowedAddresses allowed,
        Duration loginTimeout,
        LoginPlaces opening,
        FailedLogins failedLogins,
        Permits sessions,
        SecureRandom random,
        AtomicBoolean closing) {}
