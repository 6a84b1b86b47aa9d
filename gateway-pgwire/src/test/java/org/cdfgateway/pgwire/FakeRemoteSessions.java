package org.cdfgateway.pgwire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.cdfgateway.domain.port.inbound.RemoteSession;
import org.cdfgateway.domain.port.inbound.RemoteSessions;
import org.jspecify.annotations.Nullable;

/** Remote sessions over made-up rows, and what was asked of them. Safe for use by several threads. */
public final class FakeRemoteSessions implements RemoteSessions {
    private final Set<RemoteSession> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger holding = new AtomicInteger();
    private final AtomicLong rows = new AtomicLong();
    private final List<List<@Nullable String>> inserted = new CopyOnWriteArrayList<>();
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean held;
    private volatile boolean broken;
    private volatile Optional<String> warning = Optional.empty();

    /** What the client's side said while a change ran. */
    public record Change(boolean lone, boolean strict) {}

    /** As new, with tables of so many rows. */
    public void reset(long rowsOfEachTable) {
        cancelled.set(0);
        fetches.set(0);
        holding.set(0);
        rows.set(rowsOfEachTable);
        inserted.clear();
        changes.clear();
        statements.clear();
        held = false;
        broken = false;
        warning = Optional.empty();
    }

    /** From now on every FETCH waits until it is cancelled or its session closed. */
    public void hold() {
        held = true;
    }

    public void release() {
        held = false;
    }

    /** From now on every statement breaks its connection. */
    public void breakConnections() {
        broken = true;
    }

    public void warn(String text) {
        warning = Optional.of(text);
    }

    @Override
    public RemoteSession open(GatewaySession session, ClientContext client) {
        RemoteSession opened = new FakeRemoteSession(this, client);
        open.add(opened);
        return opened;
    }

    public int openSessions() {
        return open.size();
    }

    public int cancels() {
        return cancelled.get();
    }

    public int fetches() {
        return fetches.get();
    }

    /** Fetches that wait, or have waited. */
    public int heldFetches() {
        return holding.get();
    }

    public List<List<@Nullable String>> insertedRows() {
        return inserted;
    }

    public List<Change> changes() {
        return changes;
    }

    public List<String> statements() {
        return statements;
    }

    long rows() {
        return rows.get();
    }

    boolean isHeld() {
        return held;
    }

    Optional<String> warning() {
        return warning;
    }

    void closed(RemoteSession session) {
        open.remove(session);
    }

    void cancelled() {
        cancelled.incrementAndGet();
    }

    void fetched() {
        fetches.incrementAndGet();
    }

    void holding() {
        holding.incrementAndGet();
    }

    void ran(String sql) {
        if (broken) {
            throw new AssertionError("broken on purpose");
        }
        statements.add(sql);
    }

    void changed(ClientContext client) {
        changes.add(new Change(client.runsLoneChange(), client.strictKeys()));
    }

    void inserted(List<@Nullable String> parameters, int width) {
        for (int i = 0; i < parameters.size(); i += width) {
            inserted.add(Collections.unmodifiableList(new ArrayList<>(parameters.subList(i, i + width))));
        }
    }
}
