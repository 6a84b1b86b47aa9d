package org.cdfgateway.app.demo;

import java.net.URI;
import java.util.Optional;
import org.cdfgateway.domain.identity.Secret;

/**
 * A CDF project and a client that may work in it.
 *
 * @param controlUrl where an emulated one is controlled; empty for others
 * @param tokenUrl where client credentials become an access token
 */
public record CdfProject(
        URI url, Optional<URI> controlUrl, URI tokenUrl, String project, String clientId, Secret clientSecret) {}
