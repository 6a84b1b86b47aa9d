package org.cdfgateway.emulator.store;

import java.util.Collection;
import java.util.Comparator;
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

    /**
     * All items at one moment, as lists and searches read them.
     *
     * @param byId in id order
     * @param listed in the order of lists
     */
    public record Index(SortedSequence<Item> byId, SortedSequence<Item> listed, Comparator<Item> listOrder) {

        public int size() {
            return byId.size();
        }

        public boolean isListedById() {
            return listOrder == BY_ID;
        }
    }

    private final ReentrantLock writing = new ReentrantLock();
    private final @Nullable TextIndex externalIds;
    private final @Nullable TextIndex instances;
    private final Comparator<Item> listOrder;
    private final Past<Index> past = new Past<>();
    private volatile Index index;

    /** @param listOrder the order of lists; must tell any two items apart */
    public ItemStore(int externalIdSlot, Comparator<Item> listOrder) {
        this(new TextIndex(externalIdSlot), null, listOrder);
    }

    /** @param instanceSlot where items have the text of their node of data modeling */
    public ItemStore(int externalIdSlot, int instanceSlot, Comparator<Item> listOrder) {
        this(new TextIndex(externalIdSlot), new TextIndex(instanceSlot), listOrder);
    }

    private ItemStore(@Nullable TextIndex externalIds, @Nullable TextIndex instances, Comparator<Item> listOrder) {
        this.externalIds = externalIds;
        this.instances = instances;
        this.listOrder = listOrder;
        this.index = new Index(SortedSequence.empty(BY_ID), SortedSequence.empty(listOrder), listOrder);
    }

    /** A store whose items have no external ids. */
    public static ItemStore withoutExternalIds(Comparator<Item> listOrder) {
        return new ItemStore(null, null, listOrder);
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
        Index now = index;
        SortedSequence<Item> byId = now.byId().change(removed, added);
        SortedSequence<Item> listed = listOrder == BY_ID ? byId : now.listed().change(removed, added);
        change(externalIds, removed, added);
        change(instances, removed, added);
        index = new Index(byId, listed, listOrder);
    }

    private static void change(@Nullable TextIndex of, Collection<Item> removed, Collection<Item> added) {
        if (of != null) {
            added.forEach(of::put);
            removed.forEach(of::remove);
        }
    }

    public int size() {
        return index.byId().size();
    }

    public @Nullable Item find(long id) {
        return index.byId().find(item -> Long.compare(item.id(), id));
    }

    public @Nullable Item find(String externalId) {
        return externalIds == null ? null : externalIds.find(externalId);
    }

    /** @param instance the text of a node of data modeling */
    public @Nullable Item findInstance(String instance) {
        return instances == null ? null : instances.find(instance);
    }

    public @Nullable String externalIdOf(Item item) {
        return externalIds == null ? null : externalIds.of(item);
    }

    /** The items as they are now. */
    public Index index() {
        return index;
    }

    /**
     * The items as they were some time ago, as far as {@link #keepPast} was told to remember.
     *
     * @param moment in milliseconds
     */
    public Index indexAt(long moment) {
        Index before = past.at(moment);
        return before == null ? index : before;
    }

    /**
     * Said before a change: for how long the present index is still needed afterwards.
     *
     * @param now in milliseconds
     * @param millis 0 for not at all, which also forgets what was kept
     */
    public void keepPast(long now, long millis) {
        past.add(index, now, millis);
    }
}
