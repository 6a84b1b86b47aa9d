package org.cdfgateway.app.cli.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as a command shows it. */
record ShownTable(JsonNode table) {

    /** Type, name and what it shows on a line. */
    String line() {
        String options = table.path("options").properties().stream()
                .map(option -> option.getKey() + "=" + option.getValue().asText())
                .collect(Collectors.joining(" "));
        return (table.path("type").asText() + "  " + table.path("tablename").asText() + "  " + options).stripTrailing();
    }

    /** The line, and a line for each column or table of a data model. */
    String text() {
        StringBuilder text = new StringBuilder(line());
        for (Map.Entry<String, JsonNode> column : table.path("columns").properties()) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(column.getKey())
                    .append("  ")
                    .append(column.getValue().path("type").asText());
        }
        table.path("tables")
                .forEach(part -> text.append(System.lineSeparator())
                        .append(new ShownTable(part).text().indent(2).stripTrailing()));
        return text.toString();
    }
}
