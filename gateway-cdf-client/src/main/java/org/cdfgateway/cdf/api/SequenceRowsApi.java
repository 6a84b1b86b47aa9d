package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of CDF Sequences (reference/cdf-api-resources.md section 8). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface SequenceRowsApi {

    Operation READ = Operation.read("read sequence rows", "sequence-rows", "sequencesAcl");
    Operation INSERT = Operation.upsert("insert sequence rows", "sequence-rows", "sequencesAcl");
    Operation DELETE = Operation.upsert("delete sequence rows", "sequence-rows", "sequencesAcl");

    /** Answers a page of one sequence. */
    @RequestLine("POST /api/v1/projects/{project}/sequences/data/list")
    Answer read(@Param("project") String project, Page request, Call call);

    /** @param items a body {@code {"items": [{"id": 5, "columns": ["a"], "rows": [{"rowNumber": 1, "values": [0.5]}]}]}} */
    @RequestLine("POST /api/v1/projects/{project}/sequences/data")
    void insert(@Param("project") String project, Object items, Call call);

    /** Unknown row numbers are no error. */
    @RequestLine("POST /api/v1/projects/{project}/sequences/data/delete")
    void delete(@Param("project") String project, Deletion items, Call call);

    /**
     * One page of one sequence.
     *
     * @param start the first row number
     * @param end after the last one; null for all that follow
     * @param limit 1 to 10000
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            @Nullable Long id,
            @Nullable String externalId,
            long start,
            @Nullable Long end,
            int limit,
            @Nullable String cursor) {
        public Page after(String nextCursor) {
            return new Page(id, externalId, start, end, limit, nextCursor);
        }
    }

    record Deletion(List<DeletedRows> items) {}

    /** @param rows numbers, 1 to 10000 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeletedRows(@Nullable Long id, @Nullable String externalId, List<Long> rows) {}
}
