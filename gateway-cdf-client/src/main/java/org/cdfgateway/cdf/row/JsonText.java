package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;

/** JSON values as compact text with every number exactly as it came. */
public final class JsonText {

    private JsonText() {}

    /** A parser that takes what CDF may answer. */
    public static JsonParser parser(InputStream json) throws IOException {
        return JsonRows.JSON.createParser(json);
    }

    /** A parser that takes what PostgreSQL may hold. */
    public static JsonParser parser(String json) throws IOException {
        return JsonRows.JSON.createParser(json);
    }

    /** Whoever makes it closes it, so that nothing stays in its buffers. */
    public static JsonGenerator generator(Writer json) throws IOException {
        return JsonRows.JSON.createGenerator(json);
    }

    /** A text as a JSON value. */
    public static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** The value that the parser stands on; afterwards the parser stands on its last token. */
    public static String read(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = generator(text)) {
            copy(parser, generator);
        }
        return text.toString();
    }

    /** Copies the value that the parser stands on; afterwards the parser stands on its last token. */
    public static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
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
