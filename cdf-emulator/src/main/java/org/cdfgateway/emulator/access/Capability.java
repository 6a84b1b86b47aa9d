package org.cdfgateway.emulator.access;

import java.util.Set;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.right.Scope;

/**
 * Actions of one access control list, within a scope.
 *
 * @param acl for example {@code assetsAcl}
 * @param actions for example {@code READ}
 */
public record Capability(String acl, Set<String> actions, Scope scope) {

    public Capability {
        actions = Set.copyOf(actions);
    }

    /** In the whole project. */
    public static Capability of(String acl, String... actions) {
        return new Capability(acl, Set.of(actions), Scope.ALL);
    }

    public Capability within(Scope narrower) {
        return new Capability(acl, actions, narrower);
    }

    /** Names of lists are compared without regard to case, as CDF itself writes some of them in two ways. */
    boolean grants(Right right) {
        return acl.equalsIgnoreCase(right.acl()) && actions.contains(right.action());
    }
}
