package org.cdfgateway.app.cli.users;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.app.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages gateway users by way of the HTTP API; explains itself without a command. */
@Command(
        name = "users",
        description = {
            "Create, list, show, update and delete gateway users by way of the gateway's HTTP API.",
            "The caller needs postgresGatewayAcl in the CDF project, READ to see users and WRITE to change them. Secrets"
                    + " are read from files or the environment, never from arguments. See docs/setup.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the gateway or CDF refused, or cannot be reached",
            "2:the command line has a mistake"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class UsersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    @Command(
            name = "create",
            description =
                    "Create a user with the rights of a CDF session or a client. Prints its password, which nobody"
                            + " can learn again.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int create(@Mixin ApiOptions api, @Mixin CredentialOptions credentials, @Mixin Output output) {
        return print(api.api().create(credentials.credentials(api)), output);
    }

    @Command(
            name = "list",
            description = "List the users of the project that the caller may see: name, created, updated, identity.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int list(@Mixin ApiOptions api, @Mixin Output output) {
        api.api().list().stream().map(ShownUser::new).forEach(user -> println(output.json ? user.json() : user.line()));
        return 0;
    }

    @Command(
            name = "show",
            description = "Show a user.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int show(@Mixin ApiOptions api, @Mixin Output output, @Parameters(paramLabel = "USERNAME") String username) {
        return print(api.api().find(username), output);
    }

    @Command(
            name = "update",
            description = "Give a user the rights of another CDF session or client. Name and password stay, open"
                    + " connections go on with it.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int update(
            @Mixin ApiOptions api,
            @Mixin CredentialOptions credentials,
            @Mixin Output output,
            @Parameters(paramLabel = "USERNAME") String username) {
        return print(api.api().update(username, credentials.credentials(api)), output);
    }

    @Command(
            name = "delete",
            description = "Delete a user with its custom tables, and end its connections.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    int delete(
            @Mixin ApiOptions api,
            @Option(names = "--ignore-unknown", description = "Succeed when there is no such user.")
                    boolean ignoreUnknown,
            @Parameters(paramLabel = "USERNAME") String username) {
        api.api().delete(username, ignoreUnknown);
        return 0;
    }

    /** How results are shown. */
    static final class Output {
        @Option(names = "--json", description = "The API's JSON, an object a line.")
        private boolean json;
    }

    private int print(JsonNode user, Output output) {
        ShownUser shown = new ShownUser(user);
        println(output.json ? shown.json() : shown.text());
        return 0;
    }

    private void println(String line) {
        spec.commandLine().getOut().println(line);
    }
}
