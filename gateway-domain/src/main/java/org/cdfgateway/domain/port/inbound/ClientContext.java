package org.cdfgateway.domain.port.inbound;

/** What the client's side of a session knows and the data side needs. Any thread. */
public interface ClientContext {

    /**
     * Shows the user a warning, before the answer to the statement under way. May wait for a moment, but not for the
     * user.
     */
    void warn(String text);

    /**
     * Whether what the engine runs now is one UPDATE or DELETE by itself, outside of a transaction block and of a
     * pipeline: what it changes may be sent at once, because nothing can undo it but its own failure. False in doubt.
     */
    boolean runsLoneChange();

    /**
     * The setting {@link StrictKeys}: UPDATE and DELETE fail when their keys name rows that do not exist, instead of
     * changing none. May wait for a moment, but not for the user.
     */
    boolean strictKeys();
}
