package org.cdfgateway.app.cli;

import java.time.Duration;
import java.util.List;
import org.cdfgateway.app.demo.Demo;

/** What a demo prints when it is ready: how to connect, and what to try. */
record DemoGreeting(Demo demo, Duration startTime) {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** What to type first; the README shows the same. */
    static final List<String> STATEMENTS = List.of(
            "SELECT name, description FROM assets LIMIT 5;",
            "SELECT a.name, count(*) AS series FROM assets a JOIN time_series t ON t.asset_id = a.id GROUP BY a.name"
                    + " ORDER BY series DESC, a.name LIMIT 5;",
            "INSERT INTO events (external_id, type, subtype, start_time, metadata) VALUES ('readme-1', 'note', 'readme',"
                    + " now(), '{\"author\": \"me\"}');",
            "SELECT id, external_id, start_time, metadata->>'author' AS author FROM events WHERE external_id = 'readme-1';");

    String text() {
        return """

                Ready after %.1f s. Connect with:

                  psql "postgresql://%s:%s@%s:%d/%s"

                and try:

                  \\d
                  %s

                HTTP API of the gateway: %s    emulated CDF: %s, project %s
                Stop with Ctrl-C.""".formatted(
                        startTime.toMillis() / MILLIS_PER_SECOND,
                        demo.user().username(),
                        demo.user().password().reveal(),
                        demo.sqlAddress().getAddress().getHostAddress(),
                        demo.sqlAddress().getPort(),
                        demo.user().username(),
                        String.join("\n  ", STATEMENTS),
                        demo.httpUrl(),
                        demo.cdf().url(),
                        demo.cdf().project());
    }
}
