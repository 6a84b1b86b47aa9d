package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.query.PageCursor;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** @param nextCursor null on the last page */
record InstancePage(List<Instance> instances, @Nullable String nextCursor) {

    /**
     * What to take from a sequence.
     *
     * @param cursor of the page before, null for the first page
     * @param queryHash of everything that must not change from page to page
     */
    record Wish(
            Predicate<Instance> matching,
            InstanceOrder order,
            int limit,
            @Nullable String cursor,
            int queryHash) {}

    /** @param candidates in the order of their creation */
    static InstancePage of(SortedSequence<Instance> candidates, Wish wish) {
        ToIntFunction<Instance> place =
                wish.cursor() == null ? null : wish.order().at(PageCursor.decode(wish.queryHash(), wish.cursor()));
        List<Instance> found =
                wish.order().isByCreation() ? inSequence(candidates, wish, place) : sorted(candidates, wish, place);
        boolean more = found.size() > wish.limit();
        List<Instance> page = more ? found.subList(0, wish.limit()) : found;
        return new InstancePage(page, more ? cursor(page.get(page.size() - 1), wish) : null);
    }

    private static String cursor(Instance last, Wish wish) {
        StringWriter place = new StringWriter();
        try (JsonGenerator out = Json.generator(place)) {
            wish.order().writePlace(last, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PageCursor.encode(wish.queryHash(), place.toString());
    }

    /** One more than the page, to see whether there are more. */
    private static List<Instance> inSequence(
            SortedSequence<Instance> candidates, Wish wish, @Nullable ToIntFunction<Instance> place) {
        List<Instance> found = new ArrayList<>();
        Predicate<Instance> visitor = instance -> {
            if (wish.matching().test(instance)) {
                found.add(instance);
            }
            return found.size() <= wish.limit();
        };
        if (place == null) {
            candidates.forEach(visitor);
        } else {
            candidates.forEachBehind(place, visitor);
        }
        return found;
    }

    private static List<Instance> sorted(
            SortedSequence<Instance> candidates, Wish wish, @Nullable ToIntFunction<Instance> place) {
        PriorityQueue<Instance> first = new PriorityQueue<>(wish.order().reversed());
        candidates.forEach(instance -> {
            boolean isBehind = place == null || place.applyAsInt(instance) > 0;
            if (isBehind && wish.matching().test(instance)) {
                first.add(instance);
                if (first.size() > wish.limit() + 1) {
                    first.remove();
                }
            }
            return true;
        });
        List<Instance> found = new ArrayList<>(first);
        found.sort(wish.order());
        return found;
    }

    /** @throws ApiError 400 when it is outside of the bounds or no number */
    static int limit(JsonNode body, int absent, int max) {
        JsonNode limit = body.path("limit");
        if (limit.isMissingNode() || limit.isNull()) {
            return absent;
        }
        if (!limit.isIntegralNumber() || limit.longValue() < 1 || limit.longValue() > max) {
            throw ApiError.badRequest("limit must be between 1 and " + max + ", got " + limit);
        }
        return limit.intValue();
    }

    static @Nullable String cursor(JsonNode cursor) {
        return cursor.isTextual() && !cursor.textValue().isEmpty() ? cursor.textValue() : null;
    }
}
