package org.cdfgateway.app.cli.store;

/** Whom the audit names for what is done by command line. */
final class Operator {
    private Operator() {}

    static String name() {
        return "command line, user " + System.getProperty("user.name");
    }
}
