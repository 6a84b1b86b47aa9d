package org.cdfgateway.sql.lex;

/** Where numbers end: {@code 42}, {@code 1_000}, {@code 0xFF}, {@code 1.5e-3}, {@code .5}; but not before {@code ..}. */
final class NumberSyntax {

    private NumberSyntax() {}

    static int end(String text, int start, int limit) {
        int position = start;
        if (text.charAt(start) == '0' && start + 1 < limit && isRadixLetter(text.charAt(start + 1))) {
            position = start + 2;
            while (position < limit && Characters.isTagPart(text.charAt(position))) {
                position++;
            }
            return position;
        }
        position = digitsEnd(text, position, limit);
        if (position < limit && text.charAt(position) == '.' && !isAt(text, position + 1, limit, '.')) {
            position = digitsEnd(text, position + 1, limit);
        }
        return exponentEnd(text, position, limit);
    }

    private static int exponentEnd(String text, int position, int limit) {
        if (!isAt(text, position, limit, 'e') && !isAt(text, position, limit, 'E')) {
            return position;
        }
        int digits = position + 1;
        if (isAt(text, digits, limit, '+') || isAt(text, digits, limit, '-')) {
            digits++;
        }
        return digits < limit && Characters.isDigit(text.charAt(digits)) ? digitsEnd(text, digits, limit) : position;
    }

    private static int digitsEnd(String text, int start, int limit) {
        int position = start;
        while (position < limit && (Characters.isDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        return position;
    }

    private static boolean isRadixLetter(char c) {
        return "xXoObB".indexOf(c) >= 0;
    }

    private static boolean isAt(String text, int position, int limit, char expected) {
        return position < limit && text.charAt(position) == expected;
    }
}
