package org.cdfgateway.sql.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * Arrays in PostgreSQL's text format: {@code {1,NULL,"a\"b"}}, with bounds as in {@code [2:3]={1,2}} or in several
 * dimensions. The elements come in storage order, without bounds and dimensions, which comparisons with ANY and ALL do
 * not look at.
 */
final class ArrayText {
    private final ValueType elementType;
    private final String text;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private int position;

    private ArrayText(ValueType elementType, String text) {
        this.elementType = elementType;
        this.text = text;
    }

    static List<@Nullable Object> parse(ValueType elementType, String text) {
        ArrayText array = new ArrayText(elementType, text);
        array.skipBounds();
        array.braces();
        if (array.position != text.length()) {
            throw array.invalid();
        }
        return Collections.unmodifiableList(array.elements);
    }

    private void skipBounds() {
        if (text.startsWith("[")) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw invalid();
            }
            position = equals + 1;
        }
    }

    private void braces() {
        int depth = 0;
        do {
            switch (next()) {
                case '{' -> depth++;
                case '}' -> depth--;
                case ',' -> {
                    // elements and sub-arrays are told apart by what follows
                }
                case '"' -> elements.add(TextInput.parse(elementType, quoted()));
                default -> {
                    position--;
                    elements.add(bare());
                }
            }
        } while (depth > 0);
    }

    private char next() {
        if (position >= text.length()) {
            throw invalid();
        }
        return text.charAt(position++);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? next() : c);
        }
    }

    private @Nullable Object bare() {
        int start = position;
        while (position < text.length() && ",{}".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String value = text.substring(start, position);
        return value.equals("NULL") ? null : TextInput.parse(elementType, value);
    }

    private GatewayException invalid() {
        return TextInput.invalid(elementType + "[]", text);
    }
}
