package org.cdfgateway.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    private final TextIndex ids = new TextIndex(0);

    private static Item item(long id, @Nullable String externalId) {
        return new Item(id, 0, 0, new @Nullable Object[] {externalId});
    }

    @Test
    void findsThousandsAndForgetsEverySecond() {
        Item[] items = new Item[10_000];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, "asset " + i);
            ids.put(items[i]);
        }
        for (int i = 0; i < items.length; i += 2) {
            ids.remove(items[i]);
        }

        for (int i = 0; i < items.length; i++) {
            assertThat(ids.find("asset " + i)).isSameAs(i % 2 == 0 ? null : items[i]);
        }
    }

    @Test
    void staysSmallWhileIdsComeAndGo() {
        for (int i = 0; i < 100_000; i++) {
            Item item = item(i, "event " + i);
            ids.put(item);
            ids.remove(item);
        }

        assertThat(ids.find("event 5")).isNull();
        assertThat(ids.capacity()).isLessThan(100);
    }

    @Test
    void keepsTheNewItemWhenTheOldOneOfItsIdGoes() {
        Item before = item(1, "pump");
        Item after = item(1, "pump");
        ids.put(before);
        ids.put(after);
        ids.remove(before);

        assertThat(ids.find("pump")).isSameAs(after);
    }

    @Test
    void leavesOutItemsWithoutAnId() {
        ids.put(item(1, null));

        assertThat(ids.find("")).isNull();
    }
}
