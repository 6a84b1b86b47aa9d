package org.cdfgateway.domain.port.inbound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the warnings, and says what it is told to. Safe for use by several threads. */
public final class RecordingClient implements ClientContext {
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private volatile boolean loneChange;
    private volatile boolean strictKeys;

    public RecordingClient runningLoneChanges(boolean lone) {
        loneChange = lone;
        return this;
    }

    public RecordingClient withStrictKeys(boolean strict) {
        strictKeys = strict;
        return this;
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void warn(String text) {
        warnings.add(text);
    }

    @Override
    public boolean runsLoneChange() {
        return loneChange;
    }

    @Override
    public boolean strictKeys() {
        return strictKeys;
    }
}
