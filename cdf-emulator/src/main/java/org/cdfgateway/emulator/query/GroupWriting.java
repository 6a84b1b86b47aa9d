package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.query.Groups.Group;

/** Groups as answers write them: up to 1000. */
final class GroupWriting {

    private static final int MAX_GROUPS = 1000;

    private GroupWriting() {}

    /** @param deprecated whether the value also stands in {@code value} */
    static Json.Writing values(List<Group> groups, AggregateRules rules, boolean deprecated) {
        return items(groups, (group, out) -> {
            out.writeArrayFieldStart("values");
            writeValue(group.value(), rules, out);
            out.writeEndArray();
            if (deprecated) {
                out.writeFieldName("value");
                writeValue(group.value(), rules, out);
            }
        });
    }

    static Json.Writing keys(List<Group> groups) {
        return items(groups, (group, out) -> {
            out.writeArrayFieldStart("values");
            out.writeStartObject();
            out.writeArrayFieldStart("property");
            out.writeString("metadata");
            out.writeString(group.value().toString());
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndArray();
        });
    }

    @FunctionalInterface
    private interface GroupWriter {
        void write(Group group, JsonGenerator out) throws IOException;
    }

    private static Json.Writing items(List<Group> groups, GroupWriter writer) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Group group : groups.subList(0, Math.min(MAX_GROUPS, groups.size()))) {
                out.writeStartObject();
                out.writeNumberField("count", group.count());
                writer.write(group, out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    private static void writeValue(Object value, AggregateRules rules, JsonGenerator out) throws IOException {
        if (rules.isFolded() && value instanceof Long number) {
            out.writeNumber(number);
        } else {
            out.writeString(value.toString());
        }
    }
}
