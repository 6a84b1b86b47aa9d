package org.cdfgateway.app.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The SQL statements in the fenced {@code sql} blocks of a Markdown page. */
final class SqlFile {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sql\\n(.*?)^```");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    private SqlFile() {}

    /** In order; a statement ends with a semicolon at the end of a line, comments are left out. */
    static List<String> statements(Path page) {
        try {
            List<String> statements = new ArrayList<>();
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                String text = COMMENT.matcher(block.group(1)).replaceAll("");
                Stream.of(text.split(";\\s*(\\n|$)"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .forEach(statements::add);
            }
            return statements;
        } catch (IOException e) {
            throw new IllegalStateException(page + " cannot be read", e);
        }
    }
}
