package org.cdfgateway.app.cli;

import org.cdfgateway.app.config.ConfigException;
import picocli.CommandLine;

/** Runs one command line. */
public final class CommandLines {

    /** The command was understood but failed. */
    static final int FAILED = 1;

    /** The command or the configuration was not understood. */
    static final int MISUSED = 2;

    private CommandLines() {}

    /** Returns the process's exit code: 0, or 1 for a failure, or 2 for a command or configuration with mistakes. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new GatewayCommand())
                .setExitCodeExceptionMapper(CommandLines::exitCode)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(command.getColorScheme().errorText(FailureText.of(failure)));
                    return exitCode(failure);
                });
    }

    private static int exitCode(Throwable failure) {
        return failure instanceof ConfigException || failure instanceof CommandLine.ParameterException
                ? MISUSED
                : FAILED;
    }
}
