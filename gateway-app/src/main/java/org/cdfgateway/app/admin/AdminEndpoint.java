package org.cdfgateway.app.admin;

import org.cdfgateway.domain.error.GatewayException;

/** Answers one kind of request. Safe for use by several threads; may block. */
@FunctionalInterface
public interface AdminEndpoint {

    /**
     * @throws ApiException to be answered with its status
     * @throws GatewayException to be answered with the status that fits its kind
     */
    AdminResponse answer(AdminRequest request);
}
