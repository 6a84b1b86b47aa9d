package org.cdfgateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.journal.DataDirectoryException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data directories that are torn, damaged, in use, or of another project. */
class DataDirectoryIT {

    @TempDir
    private Path directory;

    private EmulatorSettings settings;
    private Path journal;

    @BeforeEach
    void writeTwoAssets() throws IOException {
        settings = EmulatorSettings.defaults().withDataDirectory(directory.resolve("data"));
        journal = directory.resolve("data").resolve("journal");
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            create(cdf, "first");
            create(cdf, "second");
        }
    }

    private static void create(CdfEmulator cdf, String name) {
        assertThat(TestClient.admin(cdf)
                        .post("/assets", "{'items':[{'name':'" + name + "','externalId':'" + name + "'}]}")
                        .status())
                .isEqualTo(201);
    }

    private static String[] names(CdfEmulator cdf) {
        return TestClient.admin(cdf).listAll("/assets/list", "").stream()
                .map(asset -> asset.path("name").asText())
                .sorted()
                .toArray(String[]::new);
    }

    @Test
    void whatWasNotFinishedIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(journal);
        for (int missing : new int[] {1, 40, 150}) {
            Files.write(journal, Arrays.copyOf(whole, whole.length - missing));

            try (CdfEmulator cdf = CdfEmulator.start(settings)) {
                assertThat(names(cdf)).as("%d bytes missing", missing).containsExactly("first");
                create(cdf, "third");
            }
            try (CdfEmulator cdf = CdfEmulator.start(settings)) {
                assertThat(names(cdf)).containsExactly("first", "third");
            }
        }
    }

    @Test
    void aJournalThatWasJustBegunIsBegunAgain() throws IOException {
        byte[] whole = Files.readAllBytes(journal);
        for (int length : new int[] {0, 5, 35, 60}) {
            Files.write(journal, Arrays.copyOf(whole, length));

            try (CdfEmulator cdf = CdfEmulator.start(settings)) {
                assertThat(names(cdf)).as("%d bytes", length).isEmpty();
            }
        }
    }

    @Test
    void damageIsAnErrorAndNothingIsLost() throws IOException {
        byte[] whole = Files.readAllBytes(journal);
        for (int place : new int[] {whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;
            Files.write(journal, damaged);

            assertThatThrownBy(() -> CdfEmulator.start(settings))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining(journal + " is damaged at byte ");
            assertThat(journal).hasBinaryContent(damaged);
        }
    }

    @Test
    void somethingElseIsNotOverwritten() throws IOException {
        Files.writeString(journal, "a diary");

        assertThatThrownBy(() -> CdfEmulator.start(settings)).hasMessageContaining("is not a journal");
        assertThat(journal).content().startsWith("a diary");
    }

    @Test
    void otherContentIsRefused() {
        assertThatThrownBy(() -> CdfEmulator.start(settings.withVolume(Volume.ofAssets(7))))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessage("The data directory " + directory.resolve("data")
                        + " belongs to project demo with seed 1 and no sample content, not to project demo with seed 1"
                        + " and 7 assets, 35 events, 3 time series, 35 RAW rows. Start with what it belongs to, choose"
                        + " another directory, or delete it to begin anew.");
        assertThatThrownBy(() -> CdfEmulator.start(settings.withSeed(2))).hasMessageContaining("not to project demo");
        assertThatThrownBy(() -> CdfEmulator.start(settings.withProject("p"))).hasMessageContaining("not to project p");
    }

    @Test
    void clientsThatMayLessAreRefused() {
        assertThatThrownBy(() -> CdfEmulator.start(settings.withClients(EmulatedClient.admin("other", "s"))))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("Change 1 in ")
                .hasMessageContaining("POST /api/v1/projects/demo/assets by demo-client")
                .hasMessageContaining("was answered with 201 and would now be with 403");
    }

    @Test
    void belongsToOneEmulatorAtATime() throws IOException {
        try (CdfEmulator cdf = CdfEmulator.start(settings)) {
            assertThatThrownBy(() -> CdfEmulator.start(settings)).hasMessageContaining("is in use by another emulator");
            assertThat(names(cdf)).hasSize(2);
        }
    }
}
