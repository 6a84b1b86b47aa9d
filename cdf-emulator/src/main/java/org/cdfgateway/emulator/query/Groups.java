package org.cdfgateway.emulator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;

/** Counts items by the values of a property, or by the keys of their metadata. */
final class Groups {

    /** A value and how often it was there. */
    record Group(Object value, int count) {}

    private static final Comparator<Group> MOST_FREQUENT_FIRST =
            Comparator.comparingInt(Group::count).reversed().thenComparing(group -> String.valueOf(group.value()));

    private final boolean folded;
    private final Map<Object, Integer> counts = new HashMap<>();

    /** @param folded whether upper and lower case are the same */
    Groups(boolean folded) {
        this.folded = folded;
    }

    /** An item is counted once for each of several values. */
    void addValues(Item item, Property property) {
        Object value = property.of(item);
        if (value instanceof Metadata metadata) {
            for (int i = 0; i < metadata.size(); i++) {
                add(metadata.value(i));
            }
        } else if (value instanceof String[] texts) {
            for (String text : texts) {
                add(text);
            }
        } else if (value instanceof long[] numbers) {
            for (long number : numbers) {
                add(number);
            }
        } else if (value != null) {
            add(value);
        }
    }

    void addKeys(Item item, Property metadata) {
        if (metadata.of(item) instanceof Metadata pairs) {
            for (int i = 0; i < pairs.size(); i++) {
                add(pairs.key(i));
            }
        }
    }

    private void add(Object value) {
        Object own = folded && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
        counts.merge(own, 1, Integer::sum);
    }

    /** Groups that pass, the most frequent first. */
    List<Group> passing(Predicate<Object> filter) {
        List<Group> groups = new ArrayList<>();
        counts.forEach((value, count) -> {
            if (filter.test(value)) {
                groups.add(new Group(value, count));
            }
        });
        groups.sort(MOST_FREQUENT_FIRST);
        return groups;
    }
}
