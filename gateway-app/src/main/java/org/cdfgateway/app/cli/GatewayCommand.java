package org.cdfgateway.app.cli;

import org.cdfgateway.app.cli.store.AuditCommand;
import org.cdfgateway.app.cli.store.StoreCommand;
import org.cdfgateway.app.cli.tables.TablesCommand;
import org.cdfgateway.app.cli.users.CheckCommand;
import org.cdfgateway.app.cli.users.UsersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command: explains itself. */
@Command(
        name = "gateway",
        description = "A PostgreSQL server whose tables are the resources of a Cognite Data Fusion project.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            EmulatorCommand.class,
            MigrateSqlCommand.class,
            MigrateTablesCommand.class,
            UsersCommand.class,
            CheckCommand.class,
            TablesCommand.class,
            StoreCommand.class,
            AuditCommand.class
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GatewayCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
    }
}
