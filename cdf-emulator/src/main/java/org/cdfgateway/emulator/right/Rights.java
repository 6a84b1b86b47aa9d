package org.cdfgateway.emulator.right;

/** What a caller may do, looked up when asked, so that a change of groups counts at once. */
@FunctionalInterface
public interface Rights {

    Rights NONE = right -> Reach.NOTHING;

    Reach reach(Right right);

    default Reach reach(String acl, String action) {
        return reach(new Right(acl, action));
    }
}
