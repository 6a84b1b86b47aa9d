package org.cdfgateway.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSequenceTest {

    private static List<Integer> contents(SortedSequence<Integer> sequence) {
        List<Integer> contents = new ArrayList<>();
        sequence.forEach(contents::add);
        return contents;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void behavesLikeATreeSet(long seed) {
        Random random = new Random(seed);
        TreeSet<Integer> expected = new TreeSet<>();
        SortedSequence<Integer> sequence = SortedSequence.empty(Comparator.<Integer>naturalOrder());
        for (int round = 0; round < 60; round++) {
            Set<Integer> added = new HashSet<>();
            int count = random.nextInt(round % 10 == 0 ? 5000 : 200);
            while (added.size() < count) {
                int number = random.nextInt(1_000_000);
                if (!expected.contains(number)) {
                    added.add(number);
                }
            }
            Set<Integer> removed = new HashSet<>();
            for (Integer number : expected) {
                if (random.nextInt(10) == 0) {
                    removed.add(number);
                }
            }
            sequence = sequence.change(removed, added);
            expected.removeAll(removed);
            expected.addAll(added);

            assertThat(contents(sequence)).as("seed %d, round %d", seed, round).containsExactlyElementsOf(expected);
            assertThat(sequence.size()).isEqualTo(expected.size());
            int place = random.nextInt(1_000_000);
            assertThat(firstBehind(sequence, place)).isEqualTo(expected.higher(place));
            assertThat(sequence.find(number -> Integer.compare(number, place)))
                    .isEqualTo(expected.contains(place) ? place : null);
        }
    }

    private static @Nullable Integer firstBehind(SortedSequence<Integer> sequence, int place) {
        List<Integer> first = new ArrayList<>();
        sequence.forEachBehind(number -> Integer.compare(number, place), number -> {
            first.add(number);
            return false;
        });
        return first.isEmpty() ? null : first.get(0);
    }

    @Test
    void olderSequencesStayAsTheyWere() {
        SortedSequence<Integer> before =
                SortedSequence.empty(Comparator.<Integer>naturalOrder()).change(List.of(), List.of(1, 2, 3));

        SortedSequence<Integer> after = before.change(List.of(2), List.of(4));

        assertThat(contents(before)).containsExactly(1, 2, 3);
        assertThat(contents(after)).containsExactly(1, 3, 4);
    }
}
