package org.cdfgateway.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration: a file of {@code key = value} lines ({@link Properties}, in UTF-8), then the environment, which
 * wins. All mistakes are reported at once.
 */
public final class ConfigLoader {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigLoader.class);
    private static final String PREFIX = "GATEWAY_";

    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ConfigLoader() {
        GatewayConfig.SETTINGS.forEach(
                group -> group.settings().forEach(setting -> settings.put(setting.key(), setting)));
    }

    /**
     * @param file read if present
     * @param environment variables, of which those that name a setting count
     * @throws ConfigException naming every setting that is unknown, missing or unreadable
     */
    public static GatewayConfig load(Optional<Path> file, Map<String, String> environment) {
        return load(file.map(ConfigLoader::read).orElse(Map.of()), environment);
    }

    /**
     * @param texts by setting key
     * @throws ConfigException naming every setting that is unknown, missing or unreadable
     */
    public static GatewayConfig load(Map<String, String> texts, Map<String, String> environment) {
        return new ConfigLoader().collect(texts, environment);
    }

    private GatewayConfig collect(Map<String, String> texts, Map<String, String> environment) {
        new TreeMap<>(texts)
                .keySet().stream()
                        .filter(key -> !settings.containsKey(key))
                        .forEach(key -> problems.add("unknown setting " + key + didYouMean(key, settings.keySet())));
        warnOfMisspeltVariables(environment);

        Map<String, Object> values = new LinkedHashMap<>();
        settings.values()
                .forEach(setting ->
                        value(setting, texts, environment).ifPresent(value -> values.put(setting.key(), value)));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return GatewayConfig.from(new SettingValues(values));
    }

    /** Only a warning: other programs name variables alike, Kubernetes for one. */
    private void warnOfMisspeltVariables(Map<String, String> environment) {
        List<String> known =
                settings.values().stream().map(Setting::environmentVariable).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .forEach(name -> NearMatches.of(name, known)
                        .ifPresent(near ->
                                LOG.warn("environment variable {} sets nothing; did you mean {}?", name, near)));
    }

    private Optional<Object> value(Setting<?> setting, Map<String, String> texts, Map<String, String> environment) {
        String fromEnvironment = environment.get(setting.environmentVariable());
        if (fromEnvironment != null) {
            return parse(setting, setting.environmentVariable(), fromEnvironment);
        }
        String fromFile = texts.get(setting.key());
        if (fromFile != null) {
            return parse(setting, setting.key(), fromFile);
        }
        if (setting.presence() == Setting.Presence.REQUIRED) {
            problems.add(setting.key() + " is not set: put it into the configuration file or into the environment as "
                    + setting.environmentVariable());
        }
        return setting.defaultText().flatMap(text -> parse(setting, setting.key(), text));
    }

    private Optional<Object> parse(Setting<?> setting, String source, String text) {
        try {
            return Optional.of(setting.type().parser().apply(text.strip()));
        } catch (IllegalArgumentException e) {
            String shown = setting.type().isSecret() ? "***" : text;
            problems.add(source + ": " + shown + " (expected: " + setting.type().expected() + ")");
            return Optional.empty();
        }
    }

    private static String didYouMean(String name, Collection<String> known) {
        return NearMatches.of(name, known)
                .map(near -> ": did you mean " + near + "?")
                .orElse(": docs/configuration.md lists all settings");
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(List.of("configuration file " + file + " cannot be read: " + e));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }
}
