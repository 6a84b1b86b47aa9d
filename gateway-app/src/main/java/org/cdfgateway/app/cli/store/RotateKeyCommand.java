package org.cdfgateway.app.cli.store;

import java.util.concurrent.Callable;
import org.cdfgateway.app.cli.ConfigOption;
import org.cdfgateway.app.cli.Version;
import org.cdfgateway.app.wiring.OperatedStore;
import org.cdfgateway.auth.StoreOperations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes the key that the store's secrets are encrypted with. */
@Command(
        name = "rotate-key",
        description = {
            "Encrypt all secrets of the store with a new key, in one transaction.",
            "Makes a key, puts it first in the key file, and encrypts everything with it. Gateways that read the same"
                    + " file go on without a restart. The old key stays in the file: earlier backups need it. May be"
                    + " repeated after an interruption."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is encrypted with the first key", "1:nothing in the store was changed"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RotateKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--keep-first",
            description = "Make no key: encrypt with the one that is first already. To finish a rotation that was"
                    + " interrupted, and where several gateways get their keys by other means.")
    private boolean keepFirst;

    @Override
    public Integer call() {
        try (OperatedStore store = OperatedStore.of(config.load());
                StoreOperations operations = store.open()) {
            String key = keepFirst ? store.keys().first().id() : store.addKey().id();
            int secrets = operations.encryptWithFirst(store.keys(), Operator.name());
            spec.commandLine()
                    .getOut()
                    .println(secrets + " secrets were encrypted with key " + key
                            + (keepFirst ? "." : ", a new one. Keep a copy of the key file."));
            return 0;
        }
    }
}
