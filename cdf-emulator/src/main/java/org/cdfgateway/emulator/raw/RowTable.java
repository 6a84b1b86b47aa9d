package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.http.Answer;

/**
 * Rows as comma-separated values (RFC 4180), the keys in the first column; of columns that are no text their JSON.
 *
 * <pre>
 * key,name,limits
 * a,pump,"{""low"":1}"
 * </pre>
 */
final class RowTable {

    static final String MEDIA_TYPE = "text/csv";

    private RowTable() {}

    static Answer of(List<RawRow> rows, ColumnChoice choice) {
        List<ObjectNode> columns = rows.stream().map(choice::chosen).toList();
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(row -> row.fieldNames().forEachRemaining(names::add));
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("key"));
        head.addAll(names);
        addLine(head, text);
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode row = columns.get(i);
            List<String> line = new ArrayList<>(List.of(rows.get(i).key()));
            names.forEach(name -> line.add(cell(row.path(name))));
            addLine(line, text);
        }
        return Answer.bytes(200, MEDIA_TYPE, text.toString().getBytes(StandardCharsets.UTF_8))
                .with(rows.size());
    }

    private static String cell(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
    }

    private static void addLine(List<String> cells, StringBuilder text) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
