package org.cdfgateway.emulator.testkit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.cdfgateway.emulator.fault.Faults;
import org.cdfgateway.emulator.fault.Weather;
import org.cdfgateway.emulator.traffic.Counters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An emulated CDF project for the tests of a class, on a free port of loopback.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final EmulatedCdf cdf = EmulatedCdf.withSampleData(Volume.SMALL);
 * }</pre>
 *
 * <p>In a static field, or with {@code @ExtendWith(EmulatedCdf.class)}, one project serves all tests of the class: before
 * each of them its weather is fair, its counters are zero, its clock and budgets are those of the settings, and what
 * earlier tests have stored is still there ({@link #reset} removes it). In an instance field every test has a project of
 * its own. Tests that run at the same time should not share one.
 *
 * <p>Parameters of the types {@link EmulatedCdf} and {@link CdfEmulator} are injected.
 */
public final class EmulatedCdf
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final EmulatorSettings settings;
    private @Nullable CdfEmulator emulator;
    /** Classes that are being tested, nested ones included; 0 for an instance field. */
    private int classes;

    /** An empty project. */
    public EmulatedCdf() {
        this(EmulatorSettings.defaults());
    }

    private EmulatedCdf(EmulatorSettings settings) {
        this.settings = settings;
    }

    public static EmulatedCdf with(EmulatorSettings settings) {
        return new EmulatedCdf(settings);
    }

    public static EmulatedCdf withSampleData(Volume volume) {
        return with(EmulatorSettings.defaults().withVolume(volume));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (classes++ == 0) {
            emulator = CdfEmulator.start(settings);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (emulator == null) {
            emulator = CdfEmulator.start(settings);
        } else {
            emulator.weather().clear();
            emulator.weather().reseed(settings.seed());
            emulator.throttle().plan(settings.budgets());
            emulator.counters().reset();
            emulator.clock().shift(Duration.ZERO);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            close();
        }
    }

    private void close() {
        if (emulator != null) {
            emulator.close();
            emulator = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EmulatedCdf.class || type == CdfEmulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmulatedCdf.class ? this : emulator();
    }

    /** @throws IllegalStateException outside of tests */
    public CdfEmulator emulator() {
        if (emulator == null) {
            throw new IllegalStateException("the emulated CDF runs during tests only; is @RegisterExtension missing?");
        }
        return emulator;
    }

    /** The origin below which {@code /api/v1} begins. */
    public URI baseUri() {
        return emulator().baseUri();
    }

    /** @param path below the project, for example {@code /assets/list} */
    public URI uri(String path) {
        return baseUri().resolve("/api/v1/projects/" + project() + path);
    }

    /** Where client credentials are exchanged for tokens. */
    public URI tokenUri() {
        return emulator().tokenUri();
    }

    public String project() {
        return settings.project();
    }

    /** The first client of the settings, which may do everything unless they say otherwise. */
    public EmulatedClient client() {
        return settings.clients().get(0);
    }

    /** A new access token of {@link #client}. */
    public String token() {
        return emulator().access().issueToken(client().id());
    }

    /** What shall go wrong. */
    public Faults faults() {
        return emulator().faults();
    }

    /** Faults, latency, lag and short pages. */
    public Weather weather() {
        return emulator().weather();
    }

    /** What went through every call since the test began. */
    public Counters counters() {
        return emulator().counters();
    }

    /** Puts the content that the settings ask for in the place of what tests have stored. */
    public void reset() {
        emulator().resetContent();
    }
}
