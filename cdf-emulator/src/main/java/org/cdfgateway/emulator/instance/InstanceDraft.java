package org.cdfgateway.emulator.instance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/** A node or edge that is being made or changed. */
final class InstanceDraft {

    private final InstanceKind kind;
    private final InstanceId id;
    private final @Nullable Instance before;
    private final Map<DefinitionId, DraftRow> rows = new LinkedHashMap<>();
    private @Nullable InstanceId type;
    private @Nullable InstanceId startNode;
    private @Nullable InstanceId endNode;

    InstanceDraft(InstanceKind kind, InstanceId id, @Nullable Instance before) {
        this.kind = kind;
        this.id = id;
        this.before = before;
        if (before != null) {
            type = before.type();
            startNode = before.startNode();
            endNode = before.endNode();
        }
    }

    InstanceKind kind() {
        return kind;
    }

    InstanceId id() {
        return id;
    }

    @Nullable
    Instance before() {
        return before;
    }

    void type(InstanceId value) {
        type = value;
    }

    void ends(InstanceId start, InstanceId end) {
        startNode = start;
        endNode = end;
    }

    DraftRow row(Container container) {
        return rows.computeIfAbsent(
                container.id(), unused -> new DraftRow(container, before == null ? null : before.row(container)));
    }

    /** Whether it has values there, or will have. */
    boolean hasRow(DefinitionId container) {
        return rows.containsKey(container)
                || (before != null
                        && before.rows().stream()
                                .anyMatch(row -> row.container().equals(container)));
    }

    /** Containers whose values were named. */
    List<Container> touched() {
        return rows.values().stream().map(DraftRow::container).toList();
    }

    /** The instance that is there from now on: the earlier one when nothing changed. */
    Instance finish(Instances.Change change) {
        List<Row> finished = finishedRows(change.autoIncrements());
        Instance same = before;
        if (same != null
                && sameRows(same.rows(), finished)
                && Objects.equals(type, same.type())
                && Objects.equals(startNode, same.startNode())
                && Objects.equals(endNode, same.endNode())) {
            return same;
        }
        return new Instance(
                kind,
                id,
                same == null ? change.nextSerial() : same.serial(),
                change.nextChange(),
                same == null ? 1 : same.version() + 1,
                same == null ? change.now() : same.createdTime(),
                change.now(),
                0,
                type,
                startNode,
                endNode,
                finished);
    }

    private List<Row> finishedRows(AutoIncrements autoIncrements) {
        Map<DefinitionId, Row> finished = new LinkedHashMap<>();
        if (before != null) {
            before.rows().forEach(row -> finished.put(row.container(), row));
        }
        rows.forEach((container, row) -> finished.put(container, row.finish(autoIncrements)));
        return List.copyOf(new ArrayList<>(finished.values()));
    }

    private static boolean sameRows(List<Row> earlier, List<Row> later) {
        boolean same = earlier.size() == later.size();
        for (int i = 0; same && i < earlier.size(); i++) {
            same = earlier.get(i).equals(later.get(i));
        }
        return same;
    }
}
