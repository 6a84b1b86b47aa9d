package org.cdfgateway.sql.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SQL for 1.0 with what it is in 2.0, from files: after {@code -- @ name} comes the SQL of 1.0, after {@code -- =>} that of
 * 2.0, then what is remarked upon, each after {@code -- !} with its severity, line and column. A line after {@code -- ?}
 * says that somebody has compared the result with the migration guide and PostgreSQL's rules, and why it is right; the
 * results without it were written by the rewriter and looked through.
 */
record Corpus(String name, String before, String after, List<String> remarks, Optional<String> reason) {

    private static final String NAME = "-- @ ";
    private static final String ARROW = "\n-- =>\n";
    private static final String REMARK = "-- ! ";
    private static final String REASON = "-- ? ";

    static Stream<Corpus> reads() {
        return file("reads.sql");
    }

    static Stream<Corpus> all() {
        return Stream.of("reads.sql", "statements.sql", "untouched.sql").flatMap(Corpus::file);
    }

    static Stream<Corpus> untouched() {
        return file("untouched.sql");
    }

    private static Stream<Corpus> file(String file) {
        try (InputStream stream = Corpus.class.getResourceAsStream("/migration/" + file)) {
            assertThat(stream).as(file).isNotNull();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^" + NAME, -1)).skip(1).map(Corpus::parse);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static Corpus parse(String text) {
        int nameEnd = text.indexOf('\n');
        int arrow = text.indexOf(ARROW);
        List<String> after = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (String line :
                text.substring(arrow + ARROW.length()).stripTrailing().split("\n", -1)) {
            if (line.startsWith(REMARK)) {
                remarks.add(line.substring(REMARK.length()));
            } else if (line.startsWith(REASON)) {
                reason = Optional.of(line.substring(REASON.length()));
            } else {
                after.add(line);
            }
        }
        return new Corpus(
                text.substring(0, nameEnd),
                text.substring(nameEnd + 1, arrow),
                String.join("\n", after).stripTrailing(),
                remarks,
                reason);
    }

    static List<String> remarks(MigratedSql migrated) {
        return migrated.findings().stream()
                .map(finding -> finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.line() + ":"
                        + finding.column() + " " + finding.message())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
