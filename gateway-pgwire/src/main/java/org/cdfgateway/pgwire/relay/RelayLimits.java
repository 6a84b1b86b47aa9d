package org.cdfgateway.pgwire.relay;

import java.time.Duration;
import org.cdfgateway.pgwire.admission.StatementTurns;

/**
 * What a session may cost.
 *
 * @param maxMessageBytes bound of one message of the client
 * @param turns shared by all sessions of a server
 * @param patience how long a statement may wait for its turn
 */
public record RelayLimits(int maxMessageBytes, StalledReader stalledReader, StatementTurns turns, Duration patience) {}
