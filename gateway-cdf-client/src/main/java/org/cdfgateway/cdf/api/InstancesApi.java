package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes and edges of CDF data modeling (reference/cdf-api-data.md sections 11.5 to 11.7). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface InstancesApi {

    /** The paths as EXPLAIN shows them. */
    String LIST_CALL = "POST /models/instances/list";

    String LOOKUP_CALL = "POST /models/instances/byids";
    String APPLY_CALL = "POST /models/instances";
    String DELETE_CALL = "POST /models/instances/delete";

    Operation LIST = Operation.read("list instances", "instances-read", "dataModelInstancesAcl");
    Operation LOOKUP = Operation.read("look up instances", "instances-read", "dataModelInstancesAcl");
    Operation COUNT = Operation.read("count instances", "instances-read", "dataModelInstancesAcl");
    Operation APPLY = Operation.upsert("apply instances", "instances-write", "dataModelInstancesAcl");
    Operation DELETE = Operation.upsert("delete instances", "instances-delete", "dataModelInstancesAcl");

    /** Items that one request reads, writes or deletes at most. */
    int MAX_ITEMS = 1_000;

    /** Answers a page of those instances that have data in all of the sources. */
    @RequestLine("POST /api/v1/projects/{project}/models/instances/list")
    Answer list(@Param("project") String project, Listing request, Call call);

    /** Answers those of the instances that exist and have data in all of the sources, in any order. */
    @RequestLine("POST /api/v1/projects/{project}/models/instances/byids")
    Answer byIds(@Param("project") String project, Lookup request, Call call);

    /** Counts the instances of one view. */
    @RequestLine("POST /api/v1/projects/{project}/models/instances/aggregate")
    Aggregated count(@Param("project") String project, Counted request, Call call);

    /**
     * Creates instances and changes those that exist: properties that the request names take their new values. All or
     * nothing.
     *
     * @param items a body {@code {"items": [...]}} of 1 to 1000 instances that differ from one another
     */
    @RequestLine("POST /api/v1/projects/{project}/models/instances")
    Applied apply(@Param("project") String project, Object items, Call call);

    /** Unknown instances are ignored. The edges of a node go with it. */
    @RequestLine("POST /api/v1/projects/{project}/models/instances/delete")
    void delete(@Param("project") String project, Deletion request, Call call);

    /** A view whose properties are read. */
    record Source(ViewReference source) {}

    /**
     * One page of a listing. When following a cursor everything else stays the same.
     *
     * @param instanceType {@code node} or {@code edge}
     * @param limit 1 to 1000
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listing(
            String instanceType,
            List<Source> sources,
            @Nullable AdvancedFilter filter,
            int limit,
            @Nullable String cursor) {

        public Listing after(String nextCursor) {
            return new Listing(instanceType, sources, filter, limit, nextCursor);
        }

        public Listing unfiltered() {
            return new Listing(instanceType, sources, null, limit, cursor);
        }
    }

    /** @param items 1 to 1000, all different */
    record Lookup(List<InstanceReference.Typed> items, List<Source> sources) {}

    /** @param items 1 to 1000, all different */
    record Deletion(List<InstanceReference.Typed> items) {}

    /** What is counted. */
    record Counted(ViewReference view, String instanceType, List<Map<String, Map<String, String>>> aggregates) {

        /** Every instance has an external id, so counting these counts the instances. */
        public static Counted instances(ViewReference view, String instanceType) {
            return new Counted(view, instanceType, List.of(Map.of("count", Map.of("property", "externalId"))));
        }
    }

    /** @param items one group, or none when there is nothing to count */
    record Aggregated(List<Group> items) {

        public long count() {
            return items.stream()
                    .flatMap(group -> group.aggregates().stream())
                    .mapToLong(Value::value)
                    .sum();
        }
    }

    record Group(List<Value> aggregates) {}

    record Value(long value) {}

    /** @param items in the order of the request */
    record Applied(List<Stamp> items) {}

    /** When an instance came to be and when it last changed, in milliseconds since 1970. */
    record Stamp(long createdTime, long lastUpdatedTime) {}
}
