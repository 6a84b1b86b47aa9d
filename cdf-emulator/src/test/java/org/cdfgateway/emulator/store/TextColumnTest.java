package org.cdfgateway.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextColumnTest {

    private static TextColumn added(TextColumn column, int size, @Nullable String... texts) {
        return column.with(size, texts.length, index -> texts[index]);
    }

    private static List<@Nullable String> read(TextColumn column, int size) {
        return IntStream.range(0, size).mapToObj(column::text).toList();
    }

    @Test
    void givesBackTextsAndWhatIsMissing() {
        TextColumn column = added(TextColumn.EMPTY, 0, "open", null, "", "日本", null);

        assertThat(read(column, 5)).isEqualTo(Arrays.asList("open", null, "", "日本", null));
    }

    @Test
    void mayBeginBehindWhatHasNoTexts() {
        TextColumn column = added(TextColumn.EMPTY, 3, "first");

        assertThat(read(column, 4)).isEqualTo(Arrays.asList(null, null, null, "first"));
    }

    @Test
    void earlierColumnsStayAsTheyWere() {
        TextColumn column = TextColumn.EMPTY;
        for (int i = 0; i < 1000; i++) {
            TextColumn before = column;
            column = added(before, i, "text " + i);
            if (i > 0) {
                assertThat(before.text(i - 1)).isEqualTo("text " + (i - 1));
            }
        }

        TextColumn all = column;
        assertThat(IntStream.range(0, 1000)).allMatch(i -> ("text " + i).equals(all.text(i)));
    }
}
