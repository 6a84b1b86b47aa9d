package org.cdfgateway.pgwire.codec;

/** The type bytes of what clients send. */
public final class FrontendTag {

    public static final byte BIND = 'B';
    public static final byte CLOSE = 'C';
    public static final byte COPY_DATA = 'd';
    public static final byte COPY_DONE = 'c';
    public static final byte COPY_FAIL = 'f';
    public static final byte DESCRIBE = 'D';
    public static final byte EXECUTE = 'E';
    public static final byte FLUSH = 'H';
    public static final byte FUNCTION_CALL = 'F';
    public static final byte PARSE = 'P';
    /** PasswordMessage, SASLInitialResponse or SASLResponse: what was asked for decides. */
    public static final byte PASSWORD = 'p';

    public static final byte QUERY = 'Q';
    public static final byte SYNC = 'S';
    public static final byte TERMINATE = 'X';

    private FrontendTag() {}

    public static boolean isKnown(byte tag) {
        return switch (tag) {
            case BIND,
                    CLOSE,
                    COPY_DATA,
                    COPY_DONE,
                    COPY_FAIL,
                    DESCRIBE,
                    EXECUTE,
                    FLUSH,
                    FUNCTION_CALL,
                    PARSE,
                    PASSWORD,
                    QUERY,
                    SYNC,
                    TERMINATE -> true;
            default -> false;
        };
    }
}
