package org.cdfgateway.pgwire.relay;

/**
 * What a session may cost.
 *
 * @param maxMessageBytes bound of one message of the client
 */
public record RelayLimits(int maxMessageBytes, StalledReader stalledReader) {}
