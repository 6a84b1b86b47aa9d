package org.cdfgateway.emulator.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Items by external id: a hash table of the items alone, since these know their ids. For any number of readers, which
 * take no lock, and one writer at a time.
 */
final class ExternalIds {

    private static final int SMALLEST = 16;

    /** Where an item was; searches go on behind it. */
    private static final Item REMOVED = new Item(0, 0, 0, new @Nullable Object[0]);

    private final int slot;
    private volatile AtomicReferenceArray<@Nullable Item> table = new AtomicReferenceArray<>(SMALLEST);
    private int used;
    private int present;

    /** @param slot of the external id */
    ExternalIds(int slot) {
        this.slot = slot;
    }

    /** Items that would fit without loss of speed, places of removed ones included. */
    int capacity() {
        return table.length();
    }

    @Nullable
    String of(Item item) {
        return (String) item.value(slot);
    }

    @Nullable
    Item find(String externalId) {
        AtomicReferenceArray<@Nullable Item> now = table;
        for (int place = firstPlace(now, externalId); ; place = (place + 1) & (now.length() - 1)) {
            Item item = now.get(place);
            if (item == null || isOf(item, externalId)) {
                return item;
            }
        }
    }

    private boolean isOf(Item item, String externalId) {
        return item != REMOVED && externalId.equals(of(item));
    }

    /** For the writer: where an item with this id is, or else the free place behind all where it could be. */
    private int place(AtomicReferenceArray<@Nullable Item> in, String externalId) {
        int place = firstPlace(in, externalId);
        Item item = in.get(place);
        while (item != null && !isOf(item, externalId)) {
            place = (place + 1) & (in.length() - 1);
            item = in.get(place);
        }
        return place;
    }

    private static int firstPlace(AtomicReferenceArray<@Nullable Item> in, String externalId) {
        return spread(externalId.hashCode()) & (in.length() - 1);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** Adds an item, in the place of one with the same id. Items without one are left out. */
    void put(Item item) {
        String externalId = of(item);
        if (externalId == null) {
            return;
        }
        if (3 * (used + 1) > 2 * table.length()) {
            rebuild();
        }
        int place = place(table, externalId);
        if (table.get(place) == null) {
            used++;
            present++;
        }
        table.set(place, item);
    }

    /** Removes an item, unless another has its id by now. */
    void remove(Item item) {
        String externalId = of(item);
        if (externalId == null) {
            return;
        }
        int place = place(table, externalId);
        if (table.get(place) == item) {
            table.set(place, REMOVED);
            present--;
        }
    }

    private void rebuild() {
        AtomicReferenceArray<@Nullable Item> before = table;
        int length = SMALLEST;
        while (length < 2 * (present + 1)) {
            length *= 2;
        }
        AtomicReferenceArray<@Nullable Item> after = new AtomicReferenceArray<>(length);
        for (int i = 0; i < before.length(); i++) {
            Item item = before.get(i);
            String externalId = item == null || item == REMOVED ? null : of(item);
            if (externalId != null) {
                after.set(place(after, externalId), item);
            }
        }
        used = present;
        table = after;
    }
}
