package org.cdfgateway.emulator.http;

import java.util.ArrayList;
import java.util.List;

/** What a call asks of its caller. */
public record Admission(boolean needsToken, List<Right> rights) {

    /** One action of one access control list, for example {@code assetsAcl:READ}. */
    public record Right(String acl, String action) {}

    /** Anybody, without a token. */
    public static Admission open() {
        return new Admission(false, List.of());
    }

    public static Admission needs(String acl, String action) {
        return new Admission(true, List.of(new Right(acl, action)));
    }

    public Admission and(String acl, String action) {
        List<Right> both = new ArrayList<>(rights);
        both.add(new Right(acl, action));
        return new Admission(true, List.copyOf(both));
    }
}
