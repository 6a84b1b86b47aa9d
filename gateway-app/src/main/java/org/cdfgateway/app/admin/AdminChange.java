package org.cdfgateway.app.admin;

import org.cdfgateway.app.admin.Authorization.Caller;
import org.cdfgateway.domain.error.GatewayException;

/** Answers a request that changes something, for a caller who may do that with some users at least. */
@FunctionalInterface
interface AdminChange {

    /**
     * @throws ApiException to be answered with its status
     * @throws GatewayException to be answered with the status that fits its kind
     */
    AdminResponse make(AdminRequest request, String project, Caller caller);
}
