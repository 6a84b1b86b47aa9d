package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/**
 * Instances in the order of their last change, for those who follow the changes. A cursor holds the last change that was
 * seen, the change that was the last one at its beginning, and when it was made.
 */
final class ChangeFeed {

    private final Clock clock;

    ChangeFeed(Clock clock) {
        this.clock = clock;
    }

    /** @param nextCursor always there, also when nothing is left */
    record Page(List<Instance> instances, String nextCursor) {}

    /** @param begun the last change when the first page was asked for */
    private record Place(long seen, long begun) {}

    Page page(ObjectNode body, String name, Snapshot snapshot) {
        JsonNode expression = body.path("with").path(name);
        InstanceKind kind = expression.has("edges") ? InstanceKind.EDGE : InstanceKind.NODE;
        JsonNode nodesOrEdges = expression.path(kind == InstanceKind.EDGE ? "edges" : "nodes");
        if (!nodesOrEdges.isObject()) {
            throw ApiError.badRequest("sync needs nodes or edges in expression '" + name + "'");
        }
        int limit = InstancePage.limit(expression, GraphLimits.QUERY_PAGE, GraphLimits.MAX_SYNC_PAGE);
        int hash = expression.toString().hashCode();
        SortedSequence<Instance> changes = snapshot.instances().changes();
        String cursor = InstancePage.cursor(body.path("cursors").path(name));
        Place place = cursor == null
                ? first(expression, snapshot)
                : decode(
                        hash,
                        cursor,
                        body.path("allowExpiredCursorsAndAcceptMissedDeletes").asBoolean());
        Predicate<Instance> wanted = wanted(body, kind, nodesOrEdges, snapshot).and(deletionsSeen(expression, place));
        List<Instance> found = new ArrayList<>();
        long[] seen = {place.seen()};
        changes.forEachBehind(change -> Long.compare(change.change(), place.seen()), instance -> {
            if (found.size() == limit) {
                return false;
            }
            seen[0] = instance.change();
            if (instance.kind() == kind && wanted.test(instance)) {
                found.add(instance);
            }
            return true;
        });
        return new Page(found, encode(hash, new Place(seen[0], place.begun())));
    }

    private static Place first(JsonNode expression, Snapshot snapshot) {
        long last = snapshot.instances().lastChange();
        boolean skipsAll = expression.path("mode").asText().equals("noBackfill");
        return new Place(skipsAll ? last : 0, last);
    }

    /** Instances that were deleted before the first page are of no interest, unless they are asked for. */
    private static Predicate<Instance> deletionsSeen(JsonNode expression, Place place) {
        boolean skipsDeleted = expression.path("skipAlreadyDeleted").asBoolean(true);
        return instance -> !instance.isDeleted() || !skipsDeleted || instance.change() > place.begun();
    }

    private static Predicate<Instance> wanted(
            ObjectNode body, InstanceKind kind, JsonNode nodesOrEdges, Snapshot snapshot) {
        Predicate<Instance> matching = new FilterCompiler(snapshot).compile(nodesOrEdges.path("filter"));
        Predicate<Instance> all = snapshot.readable().and(matching);
        JsonNode from = nodesOrEdges.path("from");
        if (!from.isTextual()) {
            return all;
        }
        ExpressionSteps steps = new ExpressionSteps(snapshot);
        ResultSet chained = new Expressions(body.path("with"), body.path("none"), snapshot).result(from.textValue());
        Set<Long> serials = new HashSet<>();
        (kind == InstanceKind.NODE ? steps.nodes(nodesOrEdges, chained) : steps.edges(nodesOrEdges, chained))
                .forEach(instance -> serials.add(instance.serial()));
        return all.and(instance -> instance.isDeleted() || serials.contains(instance.serial()));
    }

    private String encode(int hash, Place place) {
        return PageCursor.encode(hash, place.seen() + " " + place.begun() + " " + clock.millis());
    }

    private Place decode(int hash, @Nullable String cursor, boolean acceptsExpired) {
        String[] parts = PageCursor.decode(hash, cursor == null ? "" : cursor).split(" ", -1);
        long age = clock.millis() - Long.parseLong(parts[2]);
        if (age > Instances.SOFT_DELETED.toMillis() && !acceptsExpired) {
            throw ApiError.badRequest(
                    "The cursor has expired: it is older than " + Instances.SOFT_DELETED.toDays() + " days");
        }
        return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
