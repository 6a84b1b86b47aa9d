package org.cdfgateway.cdf.api;

/**
 * What is known about a call before it is made.
 *
 * @param name says in messages what was being done, for example {@code list assets}
 * @param budget names the request budget that it counts against
 */
public record Operation(String name, String budget, Repeatability repeatability, RequiredCapability capability) {

    public static Operation read(String name, String budget, String acl) {
        return new Operation(name, budget, Repeatability.READ, new RequiredCapability(acl, "READ"));
    }

    public static Operation list(String name, String budget, String acl) {
        return new Operation(name, budget, Repeatability.READ, new RequiredCapability(acl, "LIST"));
    }

    public static Operation create(String name, String budget, String acl) {
        return new Operation(name, budget, Repeatability.ONCE, new RequiredCapability(acl, "WRITE"));
    }

    public static Operation upsert(String name, String budget, String acl) {
        return new Operation(name, budget, Repeatability.UPSERT, new RequiredCapability(acl, "WRITE"));
    }

    /** A change that has the same result when it is made again. */
    public static Operation update(String name, String budget, String acl) {
        return upsert(name, budget, acl);
    }

    /** A second one would find nothing. */
    public static Operation delete(String name, String budget, String acl) {
        return create(name, budget, acl);
    }

    /** The same operation, which must not be repeated. */
    public Operation once() {
        return new Operation(name, budget, Repeatability.ONCE, capability);
    }

    /** Whether unknown references in it are the fault of values that somebody wants to store. */
    public boolean writes() {
        return repeatability != Repeatability.READ;
    }

    @Override
    public String toString() {
        return name;
    }
}
