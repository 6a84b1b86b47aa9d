package org.cdfgateway.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedValuesTest {

    private static final class Values extends PackedValues {
        Values(@Nullable Object... values) {
            super(values);
        }
    }

    @Test
    void givesBackWhatItWasMadeOf() {
        @Nullable
        Object[] values = {
            "narrow",
            "",
            "größer",
            "日本 \uD83D\uDE00",
            "half \uD83D",
            null,
            0L,
            -1L,
            127L,
            128L,
            -129L,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            7,
            Integer.MIN_VALUE,
            1.5,
            Double.NaN,
            -0.0,
            2.5f,
            true,
            false,
            new long[] {1, -2, Long.MIN_VALUE},
            new long[0],
            new String[] {"a", "", "日", "b".repeat(300)},
            Metadata.EMPTY,
            Metadata.of("key", "value", "größe", "日".repeat(100)),
            List.of("kept as it is"),
            null
        };

        Values packed = new Values(values);

        assertThat(packed.copyValues()).isEqualTo(values);
    }

    @Test
    void hasNoValueBeyondItsSlots() {
        Values packed = new Values("a", null);

        assertThat(packed.value(1)).isNull();
        assertThat(packed.value(2)).isNull();
        assertThat(packed.value(100)).isNull();
        assertThat(packed.copyValues(3)).containsExactly("a", null, null);
        assertThat(new Values().value(0)).isNull();
    }

    @Test
    void findsValuesAmongHundredsOfSlots() {
        @Nullable Object[] values = new @Nullable Object[400];
        for (int slot = 0; slot < values.length; slot += 3) {
            values[slot] = (double) slot;
        }

        assertThat(new Values(values).copyValues()).containsExactly(values);
    }

    @Test
    void holdsMoreThanShortOffsetsReach() {
        String large = "x".repeat(100_000);

        Values packed = new Values(1L, large, "behind");

        assertThat(packed.copyValues()).containsExactly(1L, large, "behind");
    }
}
