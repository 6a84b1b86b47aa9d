package org.cdfgateway.domain.table.custom;

/** What a custom table shows. */
public sealed interface CustomSource permits RawSource, ViewSource, DataModelSource {}
