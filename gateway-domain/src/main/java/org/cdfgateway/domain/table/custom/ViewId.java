package org.cdfgateway.domain.table.custom;

/** Names one version of a view or of a data model. */
public record ViewId(String space, String externalId, String version) {}
