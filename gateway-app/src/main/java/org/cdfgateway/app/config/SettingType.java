package org.cdfgateway.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.pgwire.admission.AllowedAddresses;

/**
 * How the text of a setting becomes a value.
 *
 * @param name shown in the reference page
 * @param expected completes "expected: ..." in error messages
 * @param parser throws {@link IllegalArgumentException} for a text that is no such value
 */
public record SettingType<T>(String name, String expected, Function<String, T> parser) {

    private static final int MAX_PORT = 65_535;

    static final SettingType<String> TEXT = new SettingType<>("text", "a text", SettingType::text);

    static final SettingType<Secret> SECRET =
            new SettingType<>("secret", "a text", text -> new Secret(SettingType.text(text)));

    static final SettingType<Path> PATH = new SettingType<>("path", "a path", text -> Path.of(SettingType.text(text)));

    static final SettingType<URI> HTTP_URL =
            new SettingType<>("URL", "a URL that starts with http:// or https://", SettingType::httpUrl);

    static final SettingType<List<URI>> HTTP_URLS = new SettingType<>(
            "URLs",
            "URLs that start with http:// or https://, with blanks between them",
            text -> Arrays.stream(text(text).strip().split("\\s+"))
                    .map(SettingType::httpUrl)
                    .toList());

    static final SettingType<Boolean> YES_OR_NO =
            new SettingType<>("true or false", "true or false", SettingType::yesOrNo);

    /** 0 lets the operating system choose. */
    static final SettingType<Integer> PORT = intBetween("port", 0, MAX_PORT);

    static final SettingType<Integer> COUNT = intBetween("count", 1, Integer.MAX_VALUE);

    static final SettingType<ByteSize> BYTE_SIZE =
            new SettingType<>("size", "a number with kB, MB or GB, for example 64MB", ByteSize::parse);

    static final SettingType<Duration> DURATION =
            new SettingType<>("duration", "a number with ms, s, min or h, for example 30s", Durations::parse);

    /** Stands for no restriction. */
    static final String ALL_ADDRESSES = "all";

    static final SettingType<AllowedAddresses> ADDRESSES = new SettingType<>(
            "addresses",
            "all, or IP addresses and CIDR blocks like 10.0.0.0/8 with commas between them",
            text -> text.equals(ALL_ADDRESSES) ? AllowedAddresses.ALL : AllowedAddresses.parse(text));

    /** One of the constants, written in lower case. */
    static <E extends Enum<E>> SettingType<E> oneOf(Class<E> constants) {
        Map<String, E> byName = Arrays.stream(constants.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT),
                        constant -> constant,
                        (one, other) -> one,
                        LinkedHashMap::new));
        String names = String.join(", ", byName.keySet());
        return new SettingType<>(names, "one of " + names, text -> {
            E constant = byName.get(text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    /** Whether the text must not be shown. */
    boolean isSecret() {
        return equals(SECRET);
    }

    private static SettingType<Integer> intBetween(String name, int least, int most) {
        return new SettingType<>(name, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text;
    }

    private static URI httpUrl(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
