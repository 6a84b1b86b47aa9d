package org.cdfgateway.pgwire.message;

/** What Describe and Close are about. */
public enum Target {
    STATEMENT('S'),
    PORTAL('P');

    private final byte code;

    Target(char code) {
        this.code = (byte) code;
    }

    public byte code() {
        return code;
    }
}
