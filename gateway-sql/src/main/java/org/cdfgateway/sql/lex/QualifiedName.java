package org.cdfgateway.sql.lex;

import java.util.List;

/**
 * A name as SQL means it.
 *
 * @param parts one or more, folded and without quotes
 * @param start position of its first character in the text
 * @param end position after its last character
 */
public record QualifiedName(List<String> parts, int start, int end) {

    public QualifiedName {
        parts = List.copyOf(parts);
    }

    public String last() {
        return parts.get(parts.size() - 1);
    }

    /** Whether the name is unqualified or qualified by this schema alone. */
    public boolean isVisibleIn(String schema) {
        return parts.size() == 1 || (parts.size() == 2 && parts.get(0).equals(schema));
    }
}
