package org.cdfgateway.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreshCredentialsTest {
    private final FreshCredentials credentials = new FreshCredentials();

    @Test
    void picksNamesThatNeedNoQuotes() {
        assertThat(Stream.generate(credentials::username).limit(1000))
                .allMatch(name -> name.matches("[a-z][a-z0-9]{15}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void picksPasswordsOf32Characters() {
        assertThat(Stream.generate(() -> credentials.password().reveal()).limit(1000))
                .allMatch(password -> password.matches("[A-Za-z0-9]{32}"))
                .doesNotHaveDuplicates();
    }
}
