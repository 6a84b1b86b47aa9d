package org.cdfgateway.emulator.store;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Items by a text that no two of them share, such as their external id: a hash table of the items alone, since these
 * know their texts. For any number of readers, which take no lock, and one writer at a time.
 */
final class TextIndex {

    private static final int SMALLEST = 16;

    /** Where an item was; searches go on behind it. */
    private static final Item REMOVED = new Item(0, 0, 0, new @Nullable Object[0]);

    private final int slot;
    private volatile AtomicReferenceArray<@Nullable Item> table = new AtomicReferenceArray<>(SMALLEST);
    private int used;
    private int present;

    /** @param slot of the text */
    TextIndex(int slot) {
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
    Item find(String text) {
        AtomicReferenceArray<@Nullable Item> now = table;
        for (int place = firstPlace(now, text); ; place = (place + 1) & (now.length() - 1)) {
            Item item = now.get(place);
            if (item == null || isOf(item, text)) {
                return item;
            }
        }
    }

    private boolean isOf(Item item, String text) {
        return item != REMOVED && text.equals(of(item));
    }

    /** For the writer: where an item with this text is, or else the free place behind all where it could be. */
    private int place(AtomicReferenceArray<@Nullable Item> in, String text) {
        int place = firstPlace(in, text);
        Item item = in.get(place);
        while (item != null && !isOf(item, text)) {
            place = (place + 1) & (in.length() - 1);
            item = in.get(place);
        }
        return place;
    }

    private static int firstPlace(AtomicReferenceArray<@Nullable Item> in, String text) {
        return spread(text.hashCode()) & (in.length() - 1);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /** Adds an item, in the place of one with the same text. Items without one are left out. */
    void put(Item item) {
        String text = of(item);
        if (text == null) {
            return;
        }
        if (3 * (used + 1) > 2 * table.length()) {
            rebuild();
        }
        int place = place(table, text);
        if (table.get(place) == null) {
            used++;
            present++;
        }
        table.set(place, item);
    }

    /** Removes an item, unless another has its text by now. */
    void remove(Item item) {
        String text = of(item);
        if (text == null) {
            return;
        }
        int place = place(table, text);
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
            String text = item == null || item == REMOVED ? null : of(item);
            if (text != null) {
                after.set(place(after, text), item);
            }
        }
        used = present;
        table = after;
    }
}
