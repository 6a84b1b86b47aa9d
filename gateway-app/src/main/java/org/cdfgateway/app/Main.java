package org.cdfgateway.app;

import org.cdfgateway.app.cli.CommandLines;

/** Hands over to the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.run(arguments));
    }
}
