package org.cdfgateway.app.config;

import java.util.List;

/** The configuration cannot be used. Every problem is one line that names the setting and says what to do. */
public final class ConfigException extends RuntimeException {

    private final List<String> problems;

    public ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
