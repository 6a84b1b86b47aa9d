package org.cdfgateway.app.wiring;

import java.util.Optional;
import org.cdfgateway.pgwire.tls.LiveCertificate;

/**
 * What the servers show of themselves.
 *
 * @param sql to SQL clients; empty for plain text only
 * @param http to users of the HTTP API; empty for plain text
 */
record Certificates(Optional<LiveCertificate> sql, Optional<LiveCertificate> http) {}
