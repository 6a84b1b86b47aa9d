package org.cdfgateway.emulator.right;

/** One action of one access control list, for example {@code assetsAcl:READ}. */
public record Right(String acl, String action) {

    @Override
    public String toString() {
        return acl + ":" + action;
    }
}
