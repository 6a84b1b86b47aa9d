package org.cdfgateway.sql.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void noEditKeepsTheInstance() {
        String text = "select 1";

        assertThat(Edit.apply(text, List.of())).isSameAs(text);
    }

    @Test
    void appliesEditsInAnyOrder() {
        List<Edit> edits = List.of(new Edit(0, 1, "AA"), new Edit(3, 4, ""), new Edit(2, 2, "+"));

        assertThat(Edit.apply("abcd", edits)).isEqualTo("AAb+c");
    }

    @Test
    void equalsCuttingAndJoining() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            String text = "0123456789abcdef";
            int first = random.nextInt(8);
            int second = 8 + random.nextInt(8);
            List<Edit> edits = List.of(new Edit(second, 16, "<2>"), new Edit(first, 8, "<1>"));

            assertThat(Edit.apply(text, edits))
                    .isEqualTo(text.substring(0, first) + "<1>" + text.substring(8, second) + "<2>");
        }
    }

    @Test
    void refusesOverlappingEdits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.apply("abcd", List.of(new Edit(0, 3, ""), new Edit(2, 4, ""))))
                .withMessage("edit to 3 (expected: at most 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.apply("abcd", List.of(new Edit(2, 9, ""))))
                .withMessage("edit to 9 (expected: at most 4)");
    }

    @Test
    void refusesBackwardRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edit(3, 2, ""))
                .withMessage("edit from 3 to 2 (expected: 0 <= start <= end)");
    }
}
