package org.cdfgateway.app.demo;

import java.net.URI;
import org.cdfgateway.domain.identity.Secret;

/**
 * A CDF project and a client that may work in it.
 *
 * @param tokenUrl where client credentials become an access token
 */
public record CdfProject(URI url, URI tokenUrl, String project, String clientId, Secret clientSecret) {}
