package org.cdfgateway.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExampleIT {

    @RegisterExtension
    static final EmulatedCdf cdf = EmulatedCdf.withSampleData(Volume.ofAssets(50));

    private static HttpResponse<String> listAssets() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(cdf.uri("/assets/list"))
                .header("Authorization", "Bearer " + cdf.token())
                .POST(BodyPublishers.ofString("{\"limit\": 10}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void passesOnWhatCdfAnswers() throws Exception {
        cdf.faults().next(1, "POST /assets/list", Fault.status(503));

        assertThat(listAssets().statusCode()).isEqualTo(503);
        assertThat(listAssets().statusCode()).isEqualTo(200);
        assertThat(cdf.counters().of("POST /assets/list").itemsOut()).isEqualTo(10);
    }
}
