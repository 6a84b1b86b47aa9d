package org.cdfgateway.app.cli.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;

/** Where a command learns what it is not told by an option. */
final class Setting {
    private static final Path STANDARD_INPUT = Path.of("-");

    private Setting() {}

    static Optional<String> of(@Nullable String option, Map<String, String> environment, String variable) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank());
    }

    /** A secret from a file, or from standard input for {@code -}; never from the command line, which others can see. */
    static Optional<Secret> secret(@Nullable Path file, Map<String, String> environment, String variable) {
        if (file == null) {
            return of(null, environment, variable).map(Secret::new);
        }
        try {
            String text = file.equals(STANDARD_INPUT)
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
            return Optional.of(text.strip()).filter(secret -> !secret.isEmpty()).map(Secret::new);
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, file + " cannot be read: " + e).causedBy(e);
        }
    }
}
