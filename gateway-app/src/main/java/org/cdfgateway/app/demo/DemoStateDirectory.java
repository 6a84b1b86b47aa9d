package org.cdfgateway.app.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a demo keeps its engine and store if nobody says. */
final class DemoStateDirectory {

    private static final String NAME = "cdf-gateway/demo";

    private DemoStateDirectory() {}

    /**
     * A directory of the user. For root one outside the home, which the unprivileged user that runs PostgreSQL could not
     * reach.
     */
    static Path standard(String user, Path home, Map<String, String> environment) {
        if (user.equals("root")) {
            return Path.of("/var/lib", NAME);
        }
        // As shells see it; Java's user.home comes from the user database.
        Path effectiveHome =
                Optional.ofNullable(environment.get("HOME")).map(Path::of).orElse(home);
        String stateHome = environment.getOrDefault("XDG_STATE_HOME", "");
        return stateHome.isEmpty() ? effectiveHome.resolve(".local/state").resolve(NAME) : Path.of(stateHome, NAME);
    }
}
