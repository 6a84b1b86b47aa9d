package org.cdfgateway.sql.lex;

/** Where comments end. */
final class CommentSyntax {

    private CommentSyntax() {}

    /** The end of a {@code --} comment: the line break that ends it, or {@code limit}. */
    static int lineEnd(String text, int start, int limit) {
        int position = start;
        while (position < limit && !Characters.isNewline(text.charAt(position))) {
            position++;
        }
        return position;
    }

    /** The position after a {@code /*} comment that starts at {@code start} and may hold others; -1 when it never ends. */
    static int blockEnd(String text, int start, int limit) {
        int depth = 1;
        int position = start + 2;
        while (position + 1 < limit) {
            char c = text.charAt(position);
            char next = text.charAt(position + 1);
            if (c == '/' && next == '*') {
                depth++;
                position += 2;
            } else if (c == '*' && next == '/') {
                depth--;
                position += 2;
                if (depth == 0) {
                    return position;
                }
            } else {
                position++;
            }
        }
        return -1;
    }
}
