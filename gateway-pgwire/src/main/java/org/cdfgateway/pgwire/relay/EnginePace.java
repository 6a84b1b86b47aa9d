package org.cdfgateway.pgwire.relay;

/** What the engine's side of the relay tells the client's. */
enum EnginePace {
    /** The engine takes more, or no more, of what is sent to it. */
    CHANGED,
    /** A {@link GroupExchange} is over, so that other messages can be sent again. */
    GROUP_OVER
}
