package org.cdfgateway.domain.identity;

import java.util.UUID;

/** One client connection after login. */
public record GatewaySession(UUID id, GatewayUser user, CdfAccess access) {}
