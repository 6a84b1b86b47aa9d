package org.cdfgateway.auth.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;

class InventedVerifiersTest {
    private final InventedVerifiers verifiers = new InventedVerifiers(new Secret("only gateways know"));

    @Test
    void looksLikeARealVerifier() {
        ScramVerifier real = ScramVerifiers.of(new Secret("pencil"));

        ScramVerifier invented = verifiers.of("nobody");

        assertThat(invented.iterations()).isEqualTo(real.iterations());
        assertThat(invented.salt()).hasSameSizeAs(real.salt());
        assertThat(invented.storedKey()).hasSameSizeAs(real.storedKey());
        assertThat(invented.serverKey()).hasSameSizeAs(real.serverKey());
    }

    @Test
    void isTheSameForANameEveryTime() {
        InventedVerifiers elsewhere = new InventedVerifiers(new Secret("only gateways know"));

        assertThat(elsewhere.of("nobody")).usingRecursiveComparison().isEqualTo(verifiers.of("nobody"));
    }

    @Test
    void differsFromNameToName() {
        assertThat(verifiers.of("nobody").salt())
                .isNotEqualTo(verifiers.of("nobody2").salt());
    }

    @Test
    void cannotBeForetoldWithoutTheSecret() {
        assertThat(new InventedVerifiers(new Secret("a guess")).of("nobody").salt())
                .isNotEqualTo(verifiers.of("nobody").salt());
    }
}
