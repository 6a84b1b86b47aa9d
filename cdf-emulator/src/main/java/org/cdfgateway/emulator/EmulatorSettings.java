package org.cdfgateway.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.journal.Durability;
import org.cdfgateway.emulator.traffic.BudgetPlan;
import org.jspecify.annotations.Nullable;

/** What an emulator is started with. Immutable; begin with {@link #defaults} and change what differs. */
public final class EmulatorSettings {

    /** Id and secret of the client that {@link #defaults} knows. It may do everything. */
    public static final EmulatedClient ADMIN = EmulatedClient.admin("demo-client", "demo-secret");

    // Only changed by #with, before anybody else sees them.
    private int port;
    private String project = "demo";
    private List<EmulatedClient> clients = List.of(ADMIN);
    private Volume volume = Volume.EMPTY;
    private long seed = 1;
    private Duration tokenLife = Duration.ofHours(1);
    private Duration nonceLife = Duration.ofSeconds(60);
    private Duration sessionLife = Duration.ofHours(24);
    private Clock clock = Clock.systemUTC();
    private BudgetPlan budgets = BudgetPlan.NONE;
    private @Nullable Integer controlPort;
    private @Nullable Path dataDirectory;
    private Durability durability = Durability.EACH_SECOND;
    private @Nullable String serviceToken;

    private EmulatorSettings() {}

    private EmulatorSettings(EmulatorSettings other) {
        port = other.port;
        project = other.project;
        clients = other.clients;
        volume = other.volume;
        seed = other.seed;
        tokenLife = other.tokenLife;
        nonceLife = other.nonceLife;
        sessionLife = other.sessionLife;
        clock = other.clock;
        budgets = other.budgets;
        controlPort = other.controlPort;
        dataDirectory = other.dataDirectory;
        durability = other.durability;
        serviceToken = other.serviceToken;
    }

    /** Any port, project {@code demo}, the client {@link #ADMIN}, no content, CDF's usual lives. */
    public static EmulatorSettings defaults() {
        return new EmulatorSettings();
    }

    private EmulatorSettings with(Consumer<EmulatorSettings> change) {
        EmulatorSettings changed = new EmulatorSettings(this);
        change.accept(changed);
        return changed;
    }

    /** Which project with which content, as people read it. */
    String contentText() {
        return "project " + project + " with seed " + seed + " and " + volume.text();
    }

    /** Of the API; 0 for any free one. */
    public int port() {
        return port;
    }

    public EmulatorSettings withPort(int value) {
        return with(settings -> settings.port = value);
    }

    /** URL name of the only project there is. */
    public String project() {
        return project;
    }

    public EmulatorSettings withProject(String value) {
        return with(settings -> settings.project = value);
    }

    /** Who may ask for tokens. */
    public List<EmulatedClient> clients() {
        return clients;
    }

    public EmulatorSettings withClients(EmulatedClient... values) {
        return with(settings -> settings.clients = List.of(values));
    }

    /** How much sample content there is. */
    public Volume volume() {
        return volume;
    }

    public EmulatorSettings withVolume(Volume value) {
        return with(settings -> settings.volume = value);
    }

    /** Of sample content, ids, and what happens by chance. */
    public long seed() {
        return seed;
    }

    public EmulatorSettings withSeed(long value) {
        return with(settings -> settings.seed = value);
    }

    /** How long an access token counts. */
    public Duration tokenLife() {
        return tokenLife;
    }

    public EmulatorSettings withTokenLife(Duration value) {
        return with(settings -> settings.tokenLife = value);
    }

    /** How long the nonce of a session can be exchanged. */
    public Duration nonceLife() {
        return nonceLife;
    }

    public EmulatorSettings withNonceLife(Duration value) {
        return with(settings -> settings.nonceLife = value);
    }

    /** How long a session lives without being refreshed. */
    public Duration sessionLife() {
        return sessionLife;
    }

    public EmulatorSettings withSessionLife(Duration value) {
        return with(settings -> settings.sessionLife = value);
    }

    public Clock clock() {
        return clock;
    }

    public EmulatorSettings withClock(Clock value) {
        return with(settings -> settings.clock = value);
    }

    /** What is answered with 429, to be changed while running. */
    public BudgetPlan budgets() {
        return budgets;
    }

    public EmulatorSettings withBudgets(BudgetPlan value) {
        return with(settings -> settings.budgets = value);
    }

    /** Of the control API; 0 for any free one, null for none. */
    public @Nullable Integer controlPort() {
        return controlPort;
    }

    public EmulatorSettings withControlPort(int value) {
        return with(settings -> settings.controlPort = value);
    }

    /** Where changes are kept over restarts; null for nowhere. */
    public @Nullable Path dataDirectory() {
        return dataDirectory;
    }

    /**
     * Keeps changes in a directory, and begins with those that are there. It belongs to one emulator at a time, and to
     * one project, volume and seed.
     */
    public EmulatorSettings withDataDirectory(@Nullable Path value) {
        return with(settings -> settings.dataDirectory = value);
    }

    /** When changes are forced to the disk. */
    public Durability durability() {
        return durability;
    }

    public EmulatorSettings withDurability(Durability value) {
        return with(settings -> settings.durability = value);
    }

    /** The bearer token of services that exchange the nonces of sessions; null to take any that is not a client's. */
    public @Nullable String serviceToken() {
        return serviceToken;
    }

    public EmulatorSettings withServiceToken(@Nullable String value) {
        return with(settings -> settings.serviceToken = value);
    }
}
