package org.cdfgateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cdfgateway.auth.fake.FakeCdfSessions;
import org.cdfgateway.auth.fake.MovableClock;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoreSettings;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class ParallelStartIT {
    private static final int GATEWAYS = 6;

    private final MovableClock clock = new MovableClock();
    private final FakeCdfSessions cdf = new FakeCdfSessions(clock);
    private final EncryptionKey key = EncryptionKey.generate();

    @RepeatedTest(3)
    void gatewaysAgreeOnANewStore(StoreSettings empty) throws Exception {
        ExecutorService starting = Executors.newFixedThreadPool(GATEWAYS);
        Callable<GatewayUsers> start = () -> GatewayUsers.open(empty, cdf, KeyRing.of(key), clock);

        List<byte[]> salts = new ArrayList<>();
        for (Future<GatewayUsers> started : starting.invokeAll(Collections.nCopies(GATEWAYS, start))) {
            try (GatewayUsers users = started.get()) {
                salts.add(users.candidate("nobody").verifier().salt());
            }
        }
        starting.shutdown();

        assertThat(salts).hasSize(GATEWAYS).allSatisfy(salt -> assertThat(salt).isEqualTo(salts.get(0)));
    }
}
