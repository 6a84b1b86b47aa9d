package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.port.inbound.RowInsert;

/**
 * The client's prepared statements that insert one row, by name; the empty name is the unnamed one. Forgets in doubt: a
 * statement that is not here is relayed as it comes. Belongs to one event loop.
 */
final class PreparedInserts {
    /** Drivers keep some hundred; statements beyond are not recognised. */
    private static final int MAX_PREPARED = 10_000;

    private final Map<String, PreparedInsert> byName = new HashMap<>();
    private int generation;
    /** Those that the engine may still refuse to prepare. */
    private final Set<String> unconfirmed = new HashSet<>();

    /**
     * What the engine has been asked to prepare.
     *
     * @param types the types of the parameters, zero where the engine is to find out
     */
    record PreparedInsert(RowInsert insert, List<Integer> types) {
        PreparedInsert {
            types = List.copyOf(types);
        }

        int parameters() {
            return insert.parameters();
        }
    }

    /** A Parse message goes to the engine. */
    void parse(ByteBuf message, Optional<RowInsert> insert) {
        MessageHead head = new MessageHead(message);
        String name = head.name().orElse("");
        Optional<PreparedInsert> prepared = insert.flatMap(
                row -> types(message, head, row.parameters()).map(types -> new PreparedInsert(row, types)));
        if (prepared.isPresent() && byName.size() < MAX_PREPARED) {
            byName.put(name, prepared.get());
            unconfirmed.add(name);
        } else {
            byName.remove(name);
        }
    }

    /** A Query message goes to the engine, which forgets the unnamed statement then. */
    void query() {
        byName.remove("");
    }

    /**
     * A Close message goes to the engine.
     *
     * @param message what has arrived of it, from its tag on
     */
    void close(ByteBuf message) {
        Optional<String> target = new MessageHead(message).name();
        if (target.isEmpty()) {
            forgetAll();
        } else if (target.get().startsWith("S")) {
            byName.remove(target.get().substring(1));
        }
    }

    void forgetAll() {
        byName.clear();
        generation++;
    }

    /** The engine has refused something. */
    void failed() {
        byName.keySet().removeAll(unconfirmed);
        unconfirmed.clear();
    }

    /** The engine has done everything it was asked. */
    void ready() {
        unconfirmed.clear();
    }

    /** Changes whenever all prepared statements of the session may be gone. */
    int generation() {
        return generation;
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    Optional<PreparedInsert> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One for each parameter; empty when the message is not right. */
    private static Optional<List<Integer>> types(ByteBuf message, MessageHead afterName, int parameters) {
        if (afterName.name().isEmpty()) {
            return Optional.empty();
        }
        int index = afterName.index();
        if (message.writerIndex() - index < Short.BYTES) {
            return Optional.empty();
        }
        int given = message.getUnsignedShort(index);
        index += Short.BYTES;
        if (given > parameters || message.writerIndex() - index != given * Integer.BYTES) {
            return Optional.empty();
        }
        List<Integer> types = new ArrayList<>(parameters);
        for (int parameter = 0; parameter < parameters; parameter++) {
            types.add(parameter < given ? message.getInt(index + parameter * Integer.BYTES) : 0);
        }
        return Optional.of(types);
    }
}
