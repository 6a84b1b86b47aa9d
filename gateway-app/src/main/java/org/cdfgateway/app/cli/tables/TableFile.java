package org.cdfgateway.app.cli.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.app.migrate.SqlText;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** A file of tables to create: an item of the API, an array of them, or the body of a request. */
final class TableFile {
    private static final Path STANDARD_INPUT = Path.of("-");
    private static final JsonMapper JSON = new JsonMapper();

    private TableFile() {}

    /** @param file {@code -} for standard input */
    static List<JsonNode> items(Path file) {
        String text = (file.equals(STANDARD_INPUT) ? SqlText.of(System.in) : SqlText.of(file)).sql();
        try {
            JsonNode content = JSON.readTree(text);
            JsonNode items = content.has("items") ? content.get("items") : content;
            if (items.isObject()) {
                return List.of(items);
            }
            List<JsonNode> all = new ArrayList<>();
            items.forEach(all::add);
            if (!all.isEmpty()) {
                return all;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(file).causedBy(e);
        }
        throw unreadable(file);
    }

    private static GatewayException unreadable(Path file) {
        return new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, file + " holds no tables")
                .withHint(
                        "It has to be JSON: one table as POST /postgresgateway/tables/{username} takes it, an array of"
                                + " tables, or an object with the array \"items\".");
    }
}
