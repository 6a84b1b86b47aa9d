package org.cdfgateway.pgwire.relay;

/** Tells the client's side of the relay that the engine takes more, or no more, of what it sends. */
enum EnginePace {
    CHANGED
}
