package org.cdfgateway.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cdfgateway.app.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line. */
public final class CommandLines {

    /** The command was understood but failed. */
    public static final int FAILED = 1;

    /** The command or the configuration was not understood. */
    static final int MISUSED = 2;

    private CommandLines() {}

    /** Returns the process's exit code: 0, or 1 for a failure, or 2 for a command or configuration with mistakes. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new GatewayCommand())
                // SQL and JSON are UTF-8, whatever the terminal's encoding is.
                .setOut(utf8(new FileOutputStream(FileDescriptor.out)))
                .setParameterExceptionHandler((mistake, arguments) -> explain(mistake))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(command.getColorScheme().errorText(FailureText.of(failure)));
                    return exitCode(failure);
                });
    }

    private static PrintWriter utf8(OutputStream output) {
        return new PrintWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), true);
    }

    /** The mistake and where to read on; the whole help would push the mistake out of sight. */
    private static int explain(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("gateway: " + mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return MISUSED;
    }

    private static int exitCode(Throwable failure) {
        return failure instanceof ConfigException ? MISUSED : FAILED;
    }
}
