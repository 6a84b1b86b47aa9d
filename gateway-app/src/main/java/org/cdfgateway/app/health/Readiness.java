package org.cdfgateway.app.health;

/** Whether the gateway takes clients. Safe for use by several threads. */
public final class Readiness {

    /** The life of a gateway. */
    public enum State {
        STARTING,
        READY,
        STOPPING
    }

    private volatile State state = State.STARTING;

    public State state() {
        return state;
    }

    public void moveTo(State next) {
        state = next;
    }
}
