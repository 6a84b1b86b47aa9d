package org.cdfgateway.emulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    private static Partition partition(int number, int count, PartitionRule rule) {
        return Partition.parse(TextNode.valueOf(number + "/" + count), rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void partitionsMeetWithoutGap(int count) {
        long next = 0;
        for (int number = 1; number <= count; number++) {
            Partition partition = partition(number, count, PartitionRule.STRICT);
            assertThat(partition.from()).isEqualTo(next);
            next = partition.until();
        }
        assertThat(next).isEqualTo(1L << 53);
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "LENIENT"})
    void refusesWhatIsNoPartition(PartitionRule rule) {
        for (String text : new String[] {"", "1", "0/3", "4/3", "a/b", "1/0"}) {
            assertThatThrownBy(() -> Partition.parse(TextNode.valueOf(text), rule))
                    .hasMessageStartingWith("Invalid partition");
        }
    }

    @Test
    void moreThanTenAreRefusedOrReduced() {
        assertThatThrownBy(() -> partition(1, 11, PartitionRule.STRICT)).hasMessageStartingWith("Too many partitions");
        assertThat(partition(10, 12, PartitionRule.LENIENT)).isEqualTo(partition(10, 10, PartitionRule.STRICT));
        assertThat(partition(11, 12, PartitionRule.LENIENT).contains(5)).isFalse();
    }
}
