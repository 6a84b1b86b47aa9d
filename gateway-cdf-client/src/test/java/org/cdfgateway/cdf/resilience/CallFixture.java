package org.cdfgateway.cdf.resilience;

import feign.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.FixedAccess;

/** Calls and requests as the clients' tests need them. */
final class CallFixture {
    static final Operation READ = Operation.read("list things", "things", "thingsAcl");
    static final Operation UPSERT = Operation.upsert("upsert things", "things", "thingsAcl");
    static final Operation CREATE = Operation.create("create things", "things", "thingsAcl");

    private CallFixture() {}

    static Call aCall(Operation operation) {
        return aCall(operation, FixedAccess.anAccess());
    }

    static Call aCall(Operation operation, CdfAccess access) {
        return aCall(operation, access, Duration.ofMinutes(1));
    }

    static Call aCall(Operation operation, CdfAccess access, Duration timeout) {
        return new CallTimeouts(timeout, timeout).start(operation, access);
    }

    static Request aRequest() {
        return aRequest("{}");
    }

    static Request aRequest(String body) {
        return Request.create(
                Request.HttpMethod.POST,
                "http://cdf.test/things",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                null);
    }
}
