package org.cdfgateway.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.jspecify.annotations.Nullable;

/**
 * What kind of CDF the emulator is.
 *
 * @param port on loopback; 0 for any free one
 * @param project URL name of the only project
 * @param clients who can get tokens
 * @param volume how much sample content there is
 * @param seed the same seed makes the same content
 * @param tokenLife how long access tokens are valid
 * @param nonceLife how long the nonce of a session can be exchanged
 * @param sessionLife how long a session lives without being refreshed
 * @param budgets what is answered with 429, to be changed while running
 * @param controlPort of the control API; 0 for any free one, null for none
 * @param dataDirectory where changes are kept over restarts; null for nowhere
 */
public record EmulatorSettings(
        int port,
        String project,
        List<EmulatedClient> clients,
        Volume volume,
        long seed,
        Duration tokenLife,
        Duration nonceLife,
        Duration sessionLife,
        Clock clock,
        BudgetPlan budgets,
        @Nullable Integer controlPort,
        @Nullable Path dataDirectory) {

    /** Id and secret of the client that {@link #defaults} knows. It may do everything. */
    public static final EmulatedClient ADMIN = EmulatedClient.admin("demo-client", "demo-secret");

    public EmulatorSettings {
        clients = List.copyOf(clients);
    }

    /** Which project with which content, as people read it. */
    String contentText() {
        return "project " + project + " with seed " + seed + " and " + volume.text();
    }

    /** Any port, project {@code demo}, the client {@link #ADMIN}, no content, CDF's usual lives. */
    public static EmulatorSettings defaults() {
        return new EmulatorSettings(
                0,
                "demo",
                List.of(ADMIN),
                Volume.EMPTY,
                1,
                Duration.ofHours(1),
                Duration.ofSeconds(60),
                Duration.ofHours(24),
                Clock.systemUTC(),
                BudgetPlan.NONE,
                null,
                null);
    }

    public EmulatorSettings withPort(int value) {
        return new EmulatorSettings(
                value,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withProject(String value) {
        return new EmulatorSettings(
                port,
                value,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withClients(EmulatedClient... values) {
        return new EmulatorSettings(
                port,
                project,
                List.of(values),
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withVolume(Volume value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                value,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withSeed(long value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                value,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withTokenLife(Duration value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                value,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withNonceLife(Duration value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                value,
                sessionLife,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withSessionLife(Duration value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                value,
                clock,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withClock(Clock value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                value,
                budgets,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withBudgets(BudgetPlan value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                value,
                controlPort,
                dataDirectory);
    }

    public EmulatorSettings withControlPort(int value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                value,
                dataDirectory);
    }

    /**
     * Keeps changes in a directory, and begins with those that are there. It belongs to one emulator at a time, and to
     * one project, volume and seed.
     */
    public EmulatorSettings withDataDirectory(@Nullable Path value) {
        return new EmulatorSettings(
                port,
                project,
                clients,
                volume,
                seed,
                tokenLife,
                nonceLife,
                sessionLife,
                clock,
                budgets,
                controlPort,
                value);
    }
}
