package org.cdfgateway.cdf;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.FixedAccess;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in CDF's place cannot send the gateway, and the tokens it carries, elsewhere. */
class RedirectIT {
    private final CdfServer cdf = new CdfServer();
    private final CdfServer elsewhere = new CdfServer();
    private final CdfConnection connection = CdfConnection.open(cdf.settings());

    @AfterEach
    void stop() {
        connection.close();
        cdf.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void isNotFollowed(int status) {
        elsewhere.wire.stubFor(any(anyUrl()).willReturn(okJson("{\"items\": []}")));
        cdf.wire.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(status).withHeader("Location", elsewhere.wire.baseUrl() + "/x")));
        TableAdapter table = connection.tables().get(0);

        List<ThrowingCallable> requests = List.of(
                () -> readAll(table),
                () -> connection.tokens().inspect(new Secret("token")),
                () -> connection.sessions().bind("oil-field", new CdfCredentials.Nonce(new Secret("nonce"))),
                () -> connection.sessions().refresh("oil-field", new CdfIdentity.Session(1), new Secret("key")));

        for (ThrowingCallable request : requests) {
            assertThatThrownBy(request).isInstanceOf(GatewayException.class);
        }
        elsewhere.wire.verify(exactly(0), anyRequestedFor(anyUrl()));
    }

    private static void readAll(TableAdapter table) {
        try (RowReader reader = table.read(Scan.everything(table.table()), FixedAccess.anAccess())) {
            reader.next();
        }
    }
}
