package org.cdfgateway.pgwire.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.pgwire.message.OpeningMessage.StartupMessage;
import org.cdfgateway.pgwire.message.ProtocolVersion;
import org.junit.jupiter.api.Test;

class StartupRequestTest {

    @Test
    void takesTheUsersNameForTheDatabase() {
        assertThat(request("user", "u1").database()).isEqualTo("u1");
        assertThat(request("user", "u1", "database", "").database()).isEqualTo("u1");
        assertThat(request("user", "u1", "database", "other").database()).isEqualTo("other");
    }

    @Test
    void appliesOptionsBeforeOtherSettings() {
        StartupRequest request = request(
                "user", "u1", "DateStyle", "ISO", "options", "-c DateStyle=German -c a=b", "application_name", "x");

        assertThat(request.settings())
                .containsExactlyEntriesOf(map("DateStyle", "ISO", "a", "b", "application_name", "x"));
    }

    @Test
    void collectsProtocolOptionsApart() {
        StartupRequest request = request("user", "u1", "_pq_.grease", "1");

        assertThat(request.unknownOptions()).containsExactly("_pq_.grease");
        assertThat(request.settings()).isEmpty();
    }

    @Test
    void wantsUser() {
        assertThatThrownBy(() -> request("database", "x"))
                .hasMessage("no PostgreSQL user name specified in startup packet");
    }

    @Test
    void refusesReplicationUnlessSwitchedOff() {
        assertThat(request("user", "u1", "replication", "off").settings()).isEmpty();
        assertThatThrownBy(() -> request("user", "u1", "replication", "database"))
                .hasMessage("replication connections are not supported by the gateway");
    }

    private static StartupRequest request(String... parameters) {
        return StartupRequest.of(new StartupMessage(ProtocolVersion.V3_0, map(parameters)));
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
