package org.cdfgateway.sql.lex;

/** Where operators end (manual, section 4.1.3). */
final class OperatorSyntax {
    /** An operator with one of these may end in a sign. */
    private static final String BEFORE_SIGN = "~!@#^&|`?%";

    private OperatorSyntax() {}

    static int end(String text, int start, int limit) {
        int end = start;
        while (end < limit && Characters.isOperator(text.charAt(end)) && !isCommentStart(text, end, limit)) {
            end++;
        }
        return isSign(text.charAt(end - 1)) && !mayEndInSign(text, start, end) ? withoutSigns(text, start, end) : end;
    }

    /** So that {@code a=-1} compares with minus one. */
    private static int withoutSigns(String text, int start, int end) {
        int shortened = end;
        while (shortened > start + 1 && isSign(text.charAt(shortened - 1))) {
            shortened--;
        }
        return shortened;
    }

    private static boolean mayEndInSign(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (BEFORE_SIGN.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isCommentStart(String text, int position, int limit) {
        if (position + 1 >= limit) {
            return false;
        }
        char c = text.charAt(position);
        char next = text.charAt(position + 1);
        return (c == '-' && next == '-') || (c == '/' && next == '*');
    }
}
