package org.cdfgateway.sql.migrate;

/**
 * Something in a text that a person should look at.
 *
 * @param position of the character in the text as it was before rewriting
 * @param line from 1
 * @param column from 1, in characters
 * @param message what it is, one sentence without its full stop
 * @param advice what to do, with its full stop
 */
public record Finding(Severity severity, int position, int line, int column, String message, String advice) {

    static Finding at(String text, int position, Remark remark) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Finding(
                remark.severity(), position, line, position - lineStart + 1, remark.message(), remark.advice());
    }
}
