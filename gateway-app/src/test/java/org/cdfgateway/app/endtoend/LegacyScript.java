package org.cdfgateway.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script of 1.0 SQL, from a file: after {@code -- @ name} come the steps, apart by empty lines. A step is a statement in
 * one line, the lines of a COPY, and after {@code -- =>} what it has to answer. {@code $} stands for a text that sets
 * one run's rows apart from another's.
 */
record LegacyScript(String name, List<Step> steps) {

    private static final Path FILE = Path.of("src", "test", "resources", "migration", "writes.sql");
    private static final String ANSWER = "-- => ";

    /**
     * One statement.
     *
     * @param copied lines for COPY FROM, empty for other statements
     * @param answer rows, or the number of rows, or an error
     */
    record Step(String sql, List<String> copied, List<String> answer) {

        private static Step parse(String text) {
            List<String> lines = text.lines().toList();
            List<String> answer = new ArrayList<>();
            List<String> copied = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith(ANSWER)) {
                    answer.add(line.substring(ANSWER.length()));
                } else {
                    copied.add(line);
                }
            }
            return new Step(lines.get(0), copied, answer);
        }
    }

    static Stream<LegacyScript> all() throws IOException {
        return Stream.of(Files.readString(FILE).split("(?m)^-- @ ", -1)).skip(1).map(text -> {
            int nameEnd = text.indexOf('\n');
            return new LegacyScript(
                    text.substring(0, nameEnd),
                    Stream.of(text.substring(nameEnd).strip().split("\n\n", -1))
                            .map(Step::parse)
                            .toList());
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
