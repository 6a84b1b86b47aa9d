package org.cdfgateway.app.cli.store;

import java.util.Map;
import java.util.concurrent.Callable;
import org.cdfgateway.app.cli.CommandLines;
import org.cdfgateway.app.cli.ConfigOption;
import org.cdfgateway.app.cli.JsonLine;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.wiring.OperatedStore;
import org.cdfgateway.auth.StoreOperations;
import org.cdfgateway.auth.secret.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells which keys are needed. */
@Command(
        name = "keys",
        description = "List the encryption keys that the store's secrets need, and whether this gateway has them."
                + " Shows ids, never keys.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the gateway has all keys", "1:a key is missing, or the store cannot be reached"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        try (OperatedStore store = OperatedStore.of(config.load());
                StoreOperations operations = store.open()) {
            KeyRing keys = store.keys();
            String first = keys.first().id();
            Map<String, Long> inUse = operations.keysInUse();
            inUse.forEach((id, secrets) -> print(id, secrets, id.equals(first), keys.holds(id)));
            if (!inUse.containsKey(first)) {
                print(first, 0, true, true);
            }
            return inUse.keySet().stream().allMatch(keys::holds) ? 0 : CommandLines.FAILED;
        }
    }

    private void print(String id, long secrets, boolean encrypts, boolean isThere) {
        String text = id + ": " + secrets + " secrets" + (encrypts ? ", encrypts new ones" : "")
                + (isThere ? "" : ", MISSING: this gateway cannot read them");
        String line = JsonLine.of()
                .with("id", id)
                .with("secrets", secrets)
                .with("encrypts", encrypts)
                .with("available", isThere)
                .text();
        spec.commandLine().getOut().println(json ? line : text);
    }
}
