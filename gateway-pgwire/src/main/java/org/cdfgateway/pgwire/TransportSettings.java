package org.cdfgateway.pgwire;

import java.util.Optional;
import org.cdfgateway.pgwire.tls.ClientCertificates;
import org.cdfgateway.pgwire.tls.LiveCertificate;

/**
 * How connections are encrypted.
 *
 * @param certificate stays the caller's and outlives the server; empty for plain text only
 * @param plainTextAllowed whether a client may log in without TLS
 */
public record TransportSettings(
        Optional<LiveCertificate> certificate, boolean plainTextAllowed, ClientCertificates clients) {
    public static final TransportSettings PLAIN =
            new TransportSettings(Optional.empty(), true, ClientCertificates.NONE);

    public TransportSettings {
        if (certificate.isEmpty() && !plainTextAllowed) {
            throw new IllegalArgumentException("plainTextAllowed: false (expected: true, as there is no certificate)");
        }
        if (certificate.isEmpty() && clients.demand() != ClientCertificates.Demand.NONE) {
            throw new IllegalArgumentException(
                    "clients: " + clients + " (expected: none, as there is no certificate of the server)");
        }
    }

    /** With this certificate, and nothing without TLS. */
    public static TransportSettings tls(LiveCertificate certificate) {
        return new TransportSettings(Optional.of(certificate), false, ClientCertificates.NONE);
    }
}
