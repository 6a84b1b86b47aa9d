package org.cdfgateway.emulator.access;

import java.util.Locale;
import java.util.Set;

/**
 * A right in the whole project (scope {@code all}).
 *
 * @param acl for example {@code assetsAcl}
 * @param actions for example {@code READ}
 */
public record Capability(String acl, Set<String> actions) {

    public Capability {
        actions = Set.copyOf(actions);
    }

    public static Capability of(String acl, String... actions) {
        return new Capability(acl, Set.of(actions));
    }

    /** Names of lists are compared without regard to case, as CDF itself writes some of them in two ways. */
    boolean grants(String wantedAcl, String action) {
        return acl.toLowerCase(Locale.ROOT).equals(wantedAcl.toLowerCase(Locale.ROOT)) && actions.contains(action);
    }
}
