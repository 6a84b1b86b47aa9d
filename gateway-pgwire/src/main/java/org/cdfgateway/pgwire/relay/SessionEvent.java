package org.cdfgateway.pgwire.relay;

import org.cdfgateway.pgwire.message.Diagnostic;

/** What is told to a client's connection from elsewhere, as a Netty user event. */
public sealed interface SessionEvent {

    /** Show the user a text, between two messages. */
    record Warning(String text) implements SessionEvent {}

    /** Say why and close, at the end of the message that is being sent. */
    record End(Diagnostic reason) implements SessionEvent {}
}
