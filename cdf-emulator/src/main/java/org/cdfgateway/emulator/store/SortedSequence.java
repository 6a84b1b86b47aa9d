package org.cdfgateway.emulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Immutable elements in strict order, cut into chunks of some hundreds, so that a change copies only the chunks that it
 * touches. A reader that holds a sequence sees one state, whatever is written meanwhile.
 *
 * <p>Places are asked for with a function that compares an element with the place: negative before it, 0 at it,
 * positive behind it.
 */
public final class SortedSequence<E> {

    private static final int CHUNK = 512;

    private final Comparator<? super E> order;
    private final List<List<E>> chunks;
    private final int size;

    private SortedSequence(Comparator<? super E> order, List<List<E>> chunks, int size) {
        this.order = order;
        this.chunks = chunks;
        this.size = size;
    }

    public static <E> SortedSequence<E> empty(Comparator<? super E> order) {
        return new SortedSequence<>(order, List.of(), 0);
    }

    public int size() {
        return size;
    }

    /**
     * The sequence without some elements and with others. An element that is in both is replaced.
     *
     * @param removed elements that are there
     * @param added elements that are not there, or are among the removed
     */
    public SortedSequence<E> change(Collection<? extends E> removed, Collection<? extends E> added) {
        if (removed.isEmpty() && added.isEmpty()) {
            return this;
        }
        Changes<E> changes = new Changes<>(order, removed, added);
        List<List<E>> changed = new ArrayList<>(chunks.size() + added.size() / CHUNK + 1);
        for (int i = 0; i < chunks.size(); i++) {
            @Nullable E upper = i + 1 < chunks.size() ? chunks.get(i + 1).get(0) : null;
            if (changes.areBelow(upper)) {
                split(changes.apply(chunks.get(i), upper), changed);
            } else {
                changed.add(chunks.get(i));
            }
        }
        if (chunks.isEmpty()) {
            split(changes.apply(List.of(), null), changed);
        }
        return new SortedSequence<>(order, changed, size - removed.size() + added.size());
    }

    private static <E> void split(List<E> elements, List<List<E>> chunks) {
        if (elements.size() <= 2 * CHUNK) {
            if (!elements.isEmpty()) {
                chunks.add(elements);
            }
            return;
        }
        for (int start = 0; start < elements.size(); start += CHUNK) {
            chunks.add(new ArrayList<>(elements.subList(start, Math.min(start + CHUNK, elements.size()))));
        }
    }

    /** The element at the place, null when there is none. */
    public @Nullable E find(ToIntFunction<? super E> place) {
        int chunk = chunkOf(place);
        if (chunk < 0) {
            return null;
        }
        List<E> elements = chunks.get(chunk);
        int index = firstBehind(elements, place) - 1;
        return index >= 0 && place.applyAsInt(elements.get(index)) == 0 ? elements.get(index) : null;
    }

    /** The last element that begins before or at the place, null when there is none. */
    public @Nullable E lastBefore(ToIntFunction<? super E> place) {
        int chunk = chunkOf(place);
        return chunk < 0 ? null : chunks.get(chunk).get(firstBehind(chunks.get(chunk), place) - 1);
    }

    /** Visits the elements in order until the visitor says false. */
    public void forEach(Predicate<? super E> visitor) {
        visit(0, 0, visitor);
    }

    /** Visits the elements behind the place in order until the visitor says false. */
    public void forEachBehind(ToIntFunction<? super E> place, Predicate<? super E> visitor) {
        int chunk = Math.max(0, chunkOf(place));
        if (chunk < chunks.size()) {
            visit(chunk, firstBehind(chunks.get(chunk), place), visitor);
        }
    }

    private void visit(int firstChunk, int firstIndex, Predicate<? super E> visitor) {
        int index = firstIndex;
        for (int i = firstChunk; i < chunks.size(); i++) {
            List<E> elements = chunks.get(i);
            for (; index < elements.size(); index++) {
                if (!visitor.test(elements.get(index))) {
                    return;
                }
            }
            index = 0;
        }
    }

    /** The last chunk that begins at or before the place, -1 when there is none. */
    private int chunkOf(ToIntFunction<? super E> place) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(chunks.get(middle).get(0)) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private static <E> int firstBehind(List<E> elements, ToIntFunction<? super E> place) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(elements.get(middle)) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sorted removals and additions, consumed from chunk to chunk. */
    private static final class Changes<E> {
        private final Comparator<? super E> order;
        private final List<E> removed;
        private final List<E> added;
        private int nextRemoved;
        private int nextAdded;

        Changes(Comparator<? super E> order, Collection<? extends E> removed, Collection<? extends E> added) {
            this.order = order;
            this.removed = new ArrayList<>(removed);
            this.added = new ArrayList<>(added);
            this.removed.sort(order);
            this.added.sort(order);
        }

        /** @param upper null for no bound */
        boolean areBelow(@Nullable E upper) {
            return isBelow(removed, nextRemoved, upper) || isBelow(added, nextAdded, upper);
        }

        private boolean isBelow(List<E> elements, int index, @Nullable E upper) {
            return index < elements.size() && (upper == null || order.compare(elements.get(index), upper) < 0);
        }

        /** Looks for the places of the changes only; what lies between them is copied unseen. */
        List<E> apply(List<E> chunk, @Nullable E upper) {
            List<E> result = new ArrayList<>(chunk.size() + 8);
            int copied = 0;
            while (areBelow(upper)) {
                boolean isRemoval = nextRemoved < removed.size()
                        && (nextAdded == added.size()
                                || order.compare(removed.get(nextRemoved), added.get(nextAdded)) <= 0);
                E change = isRemoval ? removed.get(nextRemoved) : added.get(nextAdded);
                int place = placeOf(change, chunk, copied);
                result.addAll(chunk.subList(copied, place));
                copied = place;
                if (isRemoval) {
                    nextRemoved++;
                    copied++;
                } else {
                    nextAdded++;
                    result.add(change);
                }
            }
            result.addAll(chunk.subList(copied, chunk.size()));
            return result;
        }

        /** The first element from an index on that is not before the change. */
        private int placeOf(E change, List<E> chunk, int from) {
            int low = from;
            int high = chunk.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (order.compare(chunk.get(middle), change) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
