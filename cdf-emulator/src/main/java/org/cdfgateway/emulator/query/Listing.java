package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/**
 * One list request. A page in the default order starts at its cursor and ends when it is full; a sorted page looks at
 * all items but keeps no more than a page of them.
 */
public final class Listing {

    private static final int MAX_LIMIT = 1000;
    private static final int DEFAULT_LIMIT = 100;

    private final int queryHash;
    private final Predicate<Item> filter;
    private final @Nullable Order sort;
    private final int limit;
    private final Partition partition;
    private final @Nullable JsonNode cursorPlace;

    private Listing(
            int queryHash,
            Predicate<Item> filter,
            @Nullable Order sort,
            int limit,
            Partition partition,
            @Nullable JsonNode cursorPlace) {
        this.queryHash = queryHash;
        this.filter = filter;
        this.sort = sort;
        this.limit = limit;
        this.partition = partition;
        this.cursorPlace = cursorPlace;
    }

    /** @throws ApiError 400 for what the resource does not understand */
    public static Listing parse(ObjectNode body, ListRules rules, Related related) {
        ObjectNode query = body.deepCopy();
        query.remove(List.of("limit", "cursor"));
        int queryHash = query.hashCode();
        JsonNode sort = body.path("sort");
        boolean isSorted = rules.sortable() != null
                && !sort.isMissingNode()
                && !sort.isNull()
                && !(sort.isArray() && sort.isEmpty());
        JsonNode cursor = body.path("cursor");
        return new Listing(
                queryHash,
                matching(body, rules, related),
                isSorted && rules.sortable() != null ? Order.parse(sort, rules.sortable()) : null,
                limit(body.path("limit")),
                Partition.parse(body.path("partition"), rules.partitions()),
                cursor.isTextual() ? Json.value(PageCursor.decode(queryHash, cursor.textValue())) : null);
    }

    /** The items that {@code filter} and {@code advancedFilter} let through. */
    public static Predicate<Item> matching(ObjectNode body, ListRules rules, Related related) {
        Predicate<Item> strict = rules.filter().compile(body.path("filter"), related);
        return rules.leaves() == null
                ? strict
                : strict.and(AdvancedFilter.compile(body.path("advancedFilter"), rules.leaves()));
    }

    private static int limit(JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > MAX_LIMIT) {
            throw ApiError.badRequest("limit must be between 1 and " + MAX_LIMIT + ", got " + limit);
        }
        return limit.intValue();
    }

    public Page page(ItemStore.Index index) {
        if (sort != null) {
            return sorted(index, sort);
        }
        Order order = index.listOrder() instanceof Order declared ? declared : new Order(List.of());
        return index.isListedById() ? byId(index.byId(), order) : inListOrder(index.listed(), order);
    }

    private Page byId(SortedSequence<Item> items, Order order) {
        long after =
                cursorPlace == null ? partition.from() - 1 : cursorPlace.path(0).longValue();
        Collector collector = new Collector(order, item -> item.id() < partition.until());
        items.forEachBehind(item -> Long.compare(item.id(), after), collector);
        return collector.page();
    }

    private Page inListOrder(SortedSequence<Item> items, Order order) {
        Collector collector = new Collector(order, item -> true);
        if (cursorPlace == null) {
            items.forEach(collector);
        } else {
            items.forEachBehind(order.at(cursorPlace), collector);
        }
        return collector.page();
    }

    private Page sorted(ItemStore.Index index, Order order) {
        ToIntFunction<Item> place = cursorPlace == null ? item -> 1 : order.at(cursorPlace);
        PriorityQueue<Item> firsts = new PriorityQueue<>(order.reversed());
        index.byId().forEach(item -> {
            if (partition.contains(item.id()) && place.applyAsInt(item) > 0 && filter.test(item)) {
                firsts.add(item);
                if (firsts.size() > limit + 1) {
                    firsts.remove();
                }
            }
            return true;
        });
        List<Item> items = new ArrayList<>(firsts);
        items.sort(order);
        boolean more = items.size() > limit;
        List<Item> page = more ? items.subList(0, limit) : items;
        return new Page(page, more ? cursorBehind(page.get(limit - 1), order) : null);
    }

    private String cursorBehind(Item last, Order order) {
        return PageCursor.encode(queryHash, order.placeOf(last).toString());
    }

    /** Gathers a page; full, it looks one item ahead to know whether more may come. */
    private final class Collector implements Predicate<Item> {
        private final Order order;
        private final Predicate<Item> withinReach;
        private final List<Item> items = new ArrayList<>(Math.min(limit, MAX_LIMIT));
        private boolean more;

        Collector(Order order, Predicate<Item> withinReach) {
            this.order = order;
            this.withinReach = withinReach;
        }

        @Override
        public boolean test(Item item) {
            if (!withinReach.test(item)) {
                return false;
            }
            if (items.size() == limit) {
                more = true;
                return false;
            }
            if (partition.contains(item.id()) && filter.test(item)) {
                items.add(item);
            }
            return true;
        }

        Page page() {
            return new Page(items, more ? cursorBehind(items.get(limit - 1), order) : null);
        }
    }
}
