package org.cdfgateway.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void isNotPrinted() {
        assertThat(new Secret("hunter2")).hasToString("***");
    }

    @Test
    void comparesItsText() {
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b"));
        assertThat(new Secret("a").reveal()).isEqualTo("a");
    }
}
