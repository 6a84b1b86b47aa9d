package org.cdfgateway.domain.table.custom;

import java.util.List;

/**
 * All views of one version of a data model, as tables of a schema of their own; each table is named as its view. An
 * extension of the product.
 */
public record DataModelSource(ViewId model, List<ViewSource> views) implements CustomSource {

    public DataModelSource {
        views = List.copyOf(views);
    }
}
