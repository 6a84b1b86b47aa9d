package org.cdfgateway.sql.lex;

/** Where quoted tokens end. All methods return -1 for a token that never ends. */
final class QuotedSyntax {

    private QuotedSyntax() {}

    /** @param quote position of the opening {@code "} */
    static int identifierEnd(String text, int quote, int limit) {
        return quotedEnd(text, quote, limit, '"');
    }

    /**
     * The end of {@code '...'}, together with the parts that continue it after a line break.
     *
     * @param quote position of the opening {@code '}
     */
    static int stringEnd(String text, int quote, int limit) {
        int end = quotedEnd(text, quote, limit, '\'');
        while (end >= 0) {
            int next = continuation(text, end, limit);
            if (next < 0) {
                return end;
            }
            end = quotedEnd(text, next, limit, '\'');
        }
        return -1;
    }

    /**
     * The end of {@code E'...'}; a part that continues it after a line break has backslash escapes, too.
     *
     * @param quote position of the opening {@code '}
     */
    static int escapeStringEnd(String text, int quote, int limit) {
        int end = escapedEnd(text, quote, limit);
        while (end >= 0) {
            int next = continuation(text, end, limit);
            if (next < 0) {
                return end;
            }
            end = escapedEnd(text, next, limit);
        }
        return -1;
    }

    /** The position after the {@code $tag$} that starts at {@code start}; -1 when none does. */
    static int dollarTagEnd(String text, int start, int limit) {
        int position = start + 1;
        if (position < limit && Characters.isIdentifierStart(text.charAt(position))) {
            while (position < limit && Characters.isTagPart(text.charAt(position))) {
                position++;
            }
        }
        return position < limit && text.charAt(position) == '$' ? position + 1 : -1;
    }

    static int dollarStringEnd(String text, int start, int tagEnd, int limit) {
        String tag = text.substring(start, tagEnd);
        int closing = text.indexOf(tag, tagEnd);
        return closing < 0 || closing + tag.length() > limit ? -1 : closing + tag.length();
    }

    /** A doubled quote does not end the token. */
    private static int quotedEnd(String text, int quote, int limit, char quoteCharacter) {
        int position = quote;
        do {
            position = text.indexOf(quoteCharacter, position + 1);
            if (position < 0 || position >= limit) {
                return -1;
            }
            position++;
        } while (position < limit && text.charAt(position) == quoteCharacter);
        return position;
    }

    private static int escapedEnd(String text, int quote, int limit) {
        int position = quote + 1;
        while (position < limit) {
            char c = text.charAt(position);
            if (c == '\\') {
                position += 2;
            } else if (c != '\'') {
                position++;
            } else if (position + 1 < limit && text.charAt(position + 1) == '\'') {
                position += 2;
            } else {
                return position + 1;
            }
        }
        return -1;
    }

    /**
     * The position of a quote that continues a string which ended at {@code end}: only white space with at least one line
     * break, and {@code --} comments that a line break ends, may stand between; -1 when there is none.
     */
    static int continuation(String text, int end, int limit) {
        boolean lineBreak = false;
        int position = end;
        while (position < limit) {
            char c = text.charAt(position);
            if (Characters.isSpace(c)) {
                lineBreak |= Characters.isNewline(c);
                position++;
            } else if (c == '-' && position + 1 < limit && text.charAt(position + 1) == '-') {
                position = CommentSyntax.lineEnd(text, position, limit);
            } else {
                return c == '\'' && lineBreak ? position : -1;
            }
        }
        return -1;
    }
}
