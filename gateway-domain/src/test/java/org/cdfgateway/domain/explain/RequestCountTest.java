package org.cdfgateway.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestCountTest {

    @Test
    void saysWhetherThereMayBeMore() {
        assertThat(RequestCount.NONE).hasToString("no");
        assertThat(RequestCount.exactly(2)).hasToString("2");
        assertThat(RequestCount.atLeast(1)).hasToString("1 or more");
    }

    @Test
    void aSumIsExactWhenAllOfItIs() {
        assertThat(RequestCount.exactly(2).plus(RequestCount.exactly(1))).isEqualTo(RequestCount.exactly(3));
        assertThat(RequestCount.exactly(2).plus(RequestCount.atLeast(0))).isEqualTo(RequestCount.atLeast(2));
    }
}
