package org.cdfgateway.sql.remote.cursor;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.jspecify.annotations.Nullable;

/** The cursors of a transaction by name. {@link #closeAll()} may come from any thread, all else belongs to the session's. */
public final class OpenCursors {
    private final Map<String, Opened> cursors = new ConcurrentHashMap<>();

    /** @param depth how many savepoints there were when it was declared */
    private record Opened(SqlCursor cursor, int depth) {}

    /** @throws GatewayException INVALID_CURSOR_NAME when the name is taken */
    public void declare(String name, SqlCursor cursor, int depth) {
        if (cursors.putIfAbsent(name, new Opened(cursor, depth)) != null) {
            throw new GatewayException(ErrorKind.INVALID_CURSOR_NAME, "cursor \"" + name + "\" already exists");
        }
    }

    /** Keeps the cursor of a query that has none of its own until the next such query. */
    public void replaceUnnamed(SqlCursor cursor, int depth) {
        Opened previous = cursors.put("", new Opened(cursor, depth));
        if (previous != null) {
            previous.cursor().close();
        }
    }

    /** @throws GatewayException INVALID_CURSOR_NAME when there is none */
    public SqlCursor find(String name) {
        return existing(name, cursors.get(name)).cursor();
    }

    /** @throws GatewayException INVALID_CURSOR_NAME when there is none */
    public void close(String name) {
        existing(name, cursors.remove(name)).cursor().close();
    }

    /** Closes the cursors that were declared when there were {@code depth} savepoints or more. */
    public void closeFrom(int depth) {
        Iterator<Opened> opened = cursors.values().iterator();
        while (opened.hasNext()) {
            Opened candidate = opened.next();
            if (candidate.depth() >= depth) {
                candidate.cursor().close();
                opened.remove();
            }
        }
    }

    public void closeAll() {
        closeFrom(0);
    }

    private static Opened existing(String name, @Nullable Opened opened) {
        if (opened == null) {
            throw new GatewayException(ErrorKind.INVALID_CURSOR_NAME, "cursor \"" + name + "\" does not exist");
        }
        return opened;
    }
}
