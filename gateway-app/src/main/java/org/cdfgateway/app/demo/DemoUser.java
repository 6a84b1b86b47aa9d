package org.cdfgateway.app.demo;

import org.cdfgateway.domain.identity.Secret;

/** A gateway user that the demo has just made; its database has its name. */
public record DemoUser(String username, Secret password) {}
