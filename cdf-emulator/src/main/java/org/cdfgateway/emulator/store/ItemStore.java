package org.cdfgateway.emulator.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All items of one resource: by id, by external id, and in the order of its lists.
 *
 * <p>Reading takes no lock and sees a batch of changes completely or not at all. Writing is done inside of
 * {@link #exclusively}, one writer at a time.
 */
public final class ItemStore {

    public static final Comparator<Item> BY_ID = Comparator.comparingLong(Item::id);

    private static final int NO_SLOT = -1;

    private record State(SortedSequence<Item> byId, SortedSequence<Item> listed) {}

    private final ReentrantLock writing = new ReentrantLock();
    private final ConcurrentHashMap<String, Item> byExternalId = new ConcurrentHashMap<>();
    private final int externalIdSlot;
    private final Comparator<Item> listOrder;
    private volatile State state;

    /** @param listOrder the order of lists; must tell any two items apart */
    public ItemStore(int externalIdSlot, Comparator<Item> listOrder) {
        this.externalIdSlot = externalIdSlot;
        this.listOrder = listOrder;
        this.state = new State(SortedSequence.empty(BY_ID), SortedSequence.empty(listOrder));
    }

    /** A store whose items have no external ids. */
    public static ItemStore withoutExternalIds(Comparator<Item> listOrder) {
        return new ItemStore(NO_SLOT, listOrder);
    }

    public <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes changes visible, all at once.
     *
     * @param removed current items; items to replace are removed and added
     */
    public void commit(Collection<Item> removed, Collection<Item> added) {
        State now = state;
        SortedSequence<Item> byId = now.byId().change(removed, added);
        SortedSequence<Item> listed = listOrder == BY_ID ? byId : now.listed().change(removed, added);
        for (Item item : added) {
            String externalId = externalIdOf(item);
            if (externalId != null) {
                byExternalId.put(externalId, item);
            }
        }
        for (Item item : removed) {
            String externalId = externalIdOf(item);
            if (externalId != null) {
                byExternalId.remove(externalId, item);
            }
        }
        state = new State(byId, listed);
    }

    public int size() {
        return state.byId().size();
    }

    public @Nullable Item find(long id) {
        return state.byId().find(item -> Long.compare(item.id(), id));
    }

    public @Nullable Item find(String externalId) {
        return byExternalId.get(externalId);
    }

    public @Nullable String externalIdOf(Item item) {
        return externalIdSlot == NO_SLOT ? null : (String) item.value(externalIdSlot);
    }

    /** The items in id order, as they are now. */
    public SortedSequence<Item> byId() {
        return state.byId();
    }

    /** The items in the order of lists, as they are now. */
    public SortedSequence<Item> listed() {
        return state.listed();
    }

    public Comparator<Item> listOrder() {
        return listOrder;
    }

    public boolean isListedById() {
        return listOrder == BY_ID;
    }
}
