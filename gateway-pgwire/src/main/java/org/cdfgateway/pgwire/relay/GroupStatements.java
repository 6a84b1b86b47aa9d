package org.cdfgateway.pgwire.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.pgwire.relay.PreparedInserts.PreparedInsert;

/**
 * The newest statements of {@link RowGroup}s, which the engine keeps prepared: reading and planning one takes it longer than
 * running it, and drivers send the same number of rows again and again. Belongs to one event loop.
 */
final class GroupStatements {
    /** Full groups, and what is left of a batch. */
    private static final int MAX_KEPT = 2;
    /** The engine needs about half a kilobyte for each. */
    private static final int MAX_PARAMETERS = 4_096;

    private static final String NAME = "cdf_gathered_rows";
    private static final float LOAD_FACTOR = 0.75f;

    private final PreparedInserts inserts;
    private final Map<Shape, String> kept = new LinkedHashMap<>(2 * MAX_KEPT, LOAD_FACTOR, true);
    private int generation;

    private record Shape(PreparedInsert insert, int rows) {}

    /**
     * A statement by its name in the engine, which is not the unnamed one, because that is the client's.
     *
     * @param preparation what is to be sent beside its values
     */
    record GroupStatement(String name, Preparation preparation) {}

    /** How the engine gets to know a statement. */
    enum Preparation {
        /** It does. */
        KNOWN(2),
        /** It is to be prepared in the place of another. */
        NEW(4),
        /** As {@link #NEW}, and to be closed afterwards. */
        ONCE(5);

        private final int messages;

        Preparation(int messages) {
            this.messages = messages;
        }

        /** The messages that run the statement, each answered once. */
        int messages() {
            return messages;
        }
    }

    GroupStatements(PreparedInserts inserts) {
        this.inserts = inserts;
    }

    /** The statement that inserts so many rows; it counts as prepared from now on. */
    GroupStatement of(PreparedInsert insert, int rows) {
        if (insert.parameters() * rows > MAX_PARAMETERS) {
            return new GroupStatement(NAME, Preparation.ONCE);
        }
        if (generation != inserts.generation()) {
            generation = inserts.generation();
            kept.clear();
        }
        Shape shape = new Shape(insert, rows);
        String known = kept.get(shape);
        if (known != null) {
            return new GroupStatement(known, Preparation.KNOWN);
        }
        String name = freeName();
        kept.put(shape, name);
        return new GroupStatement(name, Preparation.NEW);
    }

    /** A group has failed: whether the engine has its statement is not known. */
    void forget(String name) {
        kept.values().remove(name);
    }

    private String freeName() {
        for (int number = 1; number <= MAX_KEPT; number++) {
            String name = NAME + "_" + number;
            if (!kept.containsValue(name)) {
                return name;
            }
        }
        Shape eldest = kept.keySet().iterator().next();
        String name = kept.get(eldest);
        kept.remove(eldest);
        return String.valueOf(name);
    }
}
