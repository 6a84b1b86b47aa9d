package org.cdfgateway.pgwire.tls;

/**
 * What is wanted of clients' certificates, beside the password.
 *
 * @param nameIsUser whether a certificate's common name has to be the user's name, as with PostgreSQL's {@code
 *     clientcert=verify-full}
 */
public record ClientCertificates(Demand demand, boolean nameIsUser) {
    public static final ClientCertificates NONE = new ClientCertificates(Demand.NONE, false);

    /** Whether a client is asked for a certificate, and whether it can do without. */
    public enum Demand {
        NONE,
        OPTIONAL,
        REQUIRED
    }
}
