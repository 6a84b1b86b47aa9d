package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** JSON values as compact text with every number exactly as it came. */
final class JsonText {

    private JsonText() {}

    /** The value that the parser stands on; afterwards the parser stands on its last token. */
    static String read(JsonFactory json, JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(text)) {
            copy(parser, generator);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("JSON ends within a value");
            }
            if (token.isNumeric()) {
                // As text, because a double or even a BigDecimal would spell it differently.
                generator.writeNumber(parser.getText());
            } else {
                generator.copyCurrentEvent(parser);
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0 && token != JsonToken.FIELD_NAME) {
                return;
            }
        }
    }
}
