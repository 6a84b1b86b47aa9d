package org.cdfgateway.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.Reference;
import org.cdfgateway.emulator.resource.SequenceSchema;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Finds the sequences and columns that requests on rows name. */
final class SequenceReference {

    private SequenceReference() {}

    /**
     * @param reached the sequences that the caller may use
     * @throws ApiError 400 when there is no such sequence, 403 when it is out of reach
     */
    static Item find(JsonNode request, String path, ItemStore sequences, Predicate<Item> reached) {
        Violations violations = new Violations();
        Reference reference = Reference.parse(request, path, violations);
        violations.check();
        Item sequence = reference.find(sequences);
        if (sequence == null) {
            throw ApiError.missing(400, "Sequences not found", List.of(reference.toJson()));
        }
        if (!reached.test(sequence)) {
            throw ApiError.forbidden();
        }
        return sequence;
    }

    /**
     * @param names external ids of columns; all columns when it is missing
     * @throws ApiError 404 for a column that is unknown
     */
    static List<Column> columns(JsonNode names, Item sequence, int max) {
        if (names.isMissingNode() || names.isNull()) {
            return SequenceSchema.columnsOf(sequence).present();
        }
        if (!names.isArray()) {
            throw Violations.wrongType("columns", "array", names);
        }
        Violations violations = new Violations();
        violations.requireSize("columns", names.size(), 1, max);
        violations.check();
        List<Column> columns = new ArrayList<>();
        for (JsonNode name : names) {
            Column column = SequenceSchema.columnsOf(sequence).find(name.asText());
            if (column == null) {
                throw ApiError.of(404, "Column not found: " + name.asText());
            }
            if (columns.contains(column)) {
                throw ApiError.badRequest("columns must be distinct, got " + name.asText() + " twice");
            }
            columns.add(column);
        }
        return columns;
    }
}
