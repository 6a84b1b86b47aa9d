package org.cdfgateway.emulator.datapoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPointsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void behavesLikeATreeMap(long seed) {
        Random random = new Random(seed);
        TreeMap<Long, Double> expected = new TreeMap<>();
        StoredPoints points = StoredPoints.EMPTY;
        for (int round = 0; round < 100; round++) {
            if (round % 7 == 6) {
                long from = random.nextInt(5000);
                long until = from + random.nextInt(500);
                points = points.without(from, until);
                expected.subMap(from, until).clear();
            } else {
                PointBuffer added = new PointBuffer(4);
                long start = random.nextBoolean() || expected.isEmpty() ? random.nextInt(5000) : expected.lastKey() + 1;
                for (int i = 0; i < 40; i++) {
                    long time = start + random.nextInt(60);
                    added.add(time, round * 100 + i, null, StatusCode.GOOD);
                    expected.put(time, round * 100.0 + i);
                }
                points = points.with(added);
            }

            assertThat(contents(points)).as("seed %d, round %d", seed, round).isEqualTo(expected);
            assertThat(points.size()).isEqualTo(expected.size());
        }
    }

    private static Map<Long, Double> contents(PointColumn points) {
        Map<Long, Double> contents = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            contents.put(points.timestamp(i), points.number(i));
        }
        return contents;
    }

    @Test
    void readersKeepWhatTheyHold() {
        StoredPoints first = StoredPoints.EMPTY.with(numbers(0, 10));
        StoredPoints longer = first.with(numbers(10, 12));
        StoredPoints shorter = longer.without(11, 12);
        StoredPoints other = shorter.with(numbers(50, 60));

        assertThat(contents(first)).hasSize(10);
        assertThat(contents(longer)).containsKeys(10L, 11L).hasSize(12);
        assertThat(contents(other)).doesNotContainKey(11L).hasSize(21);
    }

    private static PointBuffer numbers(int from, int until) {
        PointBuffer buffer = new PointBuffer(1);
        for (int i = from; i < until; i++) {
            buffer.add(i, i, null, StatusCode.GOOD);
        }
        return buffer;
    }
}
