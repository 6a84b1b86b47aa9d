package org.cdfgateway.app.cli.users;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cdfgateway.app.cli.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a gateway user can do. */
@Command(
        name = "check",
        description = {
            "Show what a gateway user can do with each built-in table, and which capabilities are missing.",
            "The gateway asks CDF with the user's own token. The caller needs postgresGatewayAcl:READ. \"part\" means that"
                    + " CDF grants it for a part of the project only, such as some data sets."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown, whatever the user can do",
            "1:the gateway or CDF refused, or cannot be reached",
            "2:the command line has a mistake"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApiOptions api;

    @Option(names = "--json", description = "The API's JSON, an object a line.")
    private boolean json;

    @Parameters(paramLabel = "USERNAME")
    private String username;

    @Override
    public Integer call() {
        List<JsonNode> capabilities = api.api().capabilities(username);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            capabilities.forEach(out::println);
            return 0;
        }
        Map<String, List<JsonNode>> byTable = new LinkedHashMap<>();
        capabilities.forEach(
                one -> byTable.computeIfAbsent(one.path("tablename").asText(), table -> new ArrayList<>())
                        .add(one));
        byTable.forEach((table, actions) -> out.println(line(table, actions)));
        return 0;
    }

    private static String line(String table, List<JsonNode> actions) {
        TreeSet<String> missing = new TreeSet<>();
        actions.forEach(one -> one.path("missing").forEach(capability -> missing.add(capability.asText())));
        return table + ": " + actions.stream().map(CheckCommand::action).collect(Collectors.joining(", "))
                + (missing.isEmpty() ? "" : "; the group needs " + String.join(", ", missing));
    }

    private static String action(JsonNode one) {
        String granted = one.path("scope").asText().equals("part") ? "part" : "yes";
        return one.path("action").asText() + " " + (one.path("allowed").asBoolean() ? granted : "NO");
    }
}
