package org.cdfgateway.app.cli;

import java.time.Duration;
import org.cdfgateway.app.demo.Demo;

/** What a demo prints when it is ready: how to connect, and what to try. */
record DemoGreeting(Demo demo, Duration startTime) {

    private static final double MILLIS_PER_SECOND = 1_000;

    String text() {
        return """

                Ready after %.1f s. Connect with:

                  psql "postgresql://%s:%s@%s:%d/%s"

                and try:

                  \\d
                  SELECT name, description FROM assets LIMIT 5;
                  SELECT a.name, count(*) FROM assets a JOIN time_series t ON t.asset_id = a.id GROUP BY 1 ORDER BY 2 DESC LIMIT 5;
                  SELECT type, count(*), max(start_time) FROM events GROUP BY type;
                  INSERT INTO events (external_id, type, start_time) VALUES ('my-event', 'note', now());
                  SELECT * FROM events WHERE external_id = 'my-event';

                HTTP API of the gateway: %s    emulated CDF: %s, project %s
                Stop with Ctrl-C.""".formatted(
                        startTime.toMillis() / MILLIS_PER_SECOND,
                        demo.user().username(),
                        demo.user().password().reveal(),
                        demo.sqlAddress().getAddress().getHostAddress(),
                        demo.sqlAddress().getPort(),
                        demo.user().username(),
                        demo.httpUrl(),
                        demo.cdf().url(),
                        demo.cdf().project());
    }
}
