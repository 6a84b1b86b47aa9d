package org.cdfgateway.pgwire.codec;

/** The numbers that tell the Authentication messages apart. */
final class AuthenticationCode {

    static final int OK = 0;
    static final int CLEARTEXT_PASSWORD = 3;
    static final int SASL = 10;
    static final int SASL_CONTINUE = 11;
    static final int SASL_FINAL = 12;

    private AuthenticationCode() {}
}
