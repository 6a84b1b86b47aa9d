package org.cdfgateway.app.cli.store;

import org.cdfgateway.app.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What operators do with the store; explains itself without a command. */
@Command(
        name = "store",
        description = {
            "Look after the store that keeps users and sessions.",
            "Works beside a running gateway and without one; run it as the user that the gateway runs as. See"
                    + " docs/operations.md."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeysCommand.class, RotateKeyCommand.class, BackupCommand.class, RestoreCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class StoreCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
