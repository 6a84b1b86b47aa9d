package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.Answer;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.api.Counting;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.cdf.row.RowPage;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;

/** The calls of one resource. */
final class ResourceCalls {
    private final ResourcesApi api;
    private final String path;
    private final ResourceOperations operations;
    private final Reading reading;

    /** @param path the resource's name in its paths */
    ResourceCalls(ResourcesApi api, String path, ResourceOperations operations, Reading reading) {
        this.api = api;
        this.path = path;
        this.operations = operations;
        this.reading = reading;
    }

    /** As EXPLAIN shows it. */
    String listing() {
        return "POST /" + path + "/list";
    }

    /** As EXPLAIN shows it. */
    String lookup() {
        return "POST /" + path + "/byids";
    }

    /** As EXPLAIN shows it. */
    String creation() {
        return "POST /" + path;
    }

    RowPage list(ListRequest request, JsonRows rows, CdfAccess access) {
        return api.list(access.project(), path, request, reading.call(operations.list(), access))
                .read(rows::page);
    }

    /**
     * The items of those references that exist.
     *
     * @param references 1 to 1000, all different
     */
    List<Row> byIds(List<Reference> references, JsonRows rows, CdfAccess access) {
        return api.byIds(
                        access.project(),
                        path,
                        new ByIdsRequest(references, true),
                        reading.call(operations.byIds(), access))
                .read(rows::page)
                .rows();
    }

    long count(CdfAccess access) {
        return api
                .count(access.project(), path, Counting.Request.ALL, reading.call(operations.count(), access))
                .items()
                .stream()
                .mapToLong(Counting.Bucket::count)
                .sum();
    }

    Answer create(Object body, CdfAccess access) {
        return api.create(access.project(), path, body, reading.call(operations.create(), access));
    }
}
