package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CDF RAW: databases, tables, rows (reference/cdf-api-data.md section 10). Names are percent-encoded here. */
@Headers("Accept: application/json")
public interface RawApi {

    Operation LIST = Operation.list("list RAW databases and tables", "raw", "rawAcl");
    Operation READ = Operation.read("read RAW rows", "raw", "rawAcl");
    Operation INSERT = Operation.upsert("insert RAW rows", "raw", "rawAcl");
    Operation DELETE_ROWS = Operation.upsert("delete RAW rows", "raw", "rawAcl");
    Operation DELETE_TABLES = Operation.delete("delete RAW tables", "raw", "rawAcl");
    Operation CREATE = Operation.create("create RAW tables", "raw", "rawAcl");

    @RequestLine(value = "GET /api/v1/projects/{project}/raw/dbs?limit={limit}&cursor={cursor}", decodeSlash = false)
    NamesPage databases(
            @Param("project") String project,
            @Param("limit") int limit,
            @Param(value = "cursor", expander = PercentEncoded.class) @Nullable String cursor,
            Call call);

    @RequestLine(
            value = "GET /api/v1/projects/{project}/raw/dbs/{database}/tables?limit={limit}&cursor={cursor}",
            decodeSlash = false)
    NamesPage tables(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param("limit") int limit,
            @Param(value = "cursor", expander = PercentEncoded.class) @Nullable String cursor,
            Call call);

    @RequestLine(
            value = "POST /api/v1/projects/{project}/raw/dbs/{database}/tables?ensureParent=true",
            decodeSlash = false)
    @Headers("Content-Type: application/json")
    void createTables(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            NamesPage tables,
            Call call);

    /**
     * @param columns names with commas between them; null for all columns, a comma alone for none
     * @param updatedAfter exclusive; both bounds in milliseconds and ignored by CDF when a cursor is given
     */
    @RequestLine(
            value = "GET /api/v1/projects/{project}/raw/dbs/{database}/tables/{table}/rows"
                    + "?limit={limit}&cursor={cursor}&columns={columns}"
                    + "&minLastUpdatedTime={after}&maxLastUpdatedTime={until}",
            decodeSlash = false)
    Answer rows(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param(value = "table", expander = PercentEncoded.class) String table,
            @Param("limit") int limit,
            @Param(value = "cursor", expander = PercentEncoded.class) @Nullable String cursor,
            @Param(value = "columns", expander = PercentEncoded.class) @Nullable String columns,
            @Param("after") @Nullable Long updatedAfter,
            @Param("until") @Nullable Long updatedUntil,
            Call call);

    /** Answers cursors that divide the rows of a table; each is for {@link #rows}, followed on its own. */
    @RequestLine(
            value = "GET /api/v1/projects/{project}/raw/dbs/{database}/tables/{table}/cursors"
                    + "?numberOfCursors={count}&minLastUpdatedTime={after}&maxLastUpdatedTime={until}",
            decodeSlash = false)
    Cursors cursors(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param(value = "table", expander = PercentEncoded.class) String table,
            @Param("count") int count,
            @Param("after") @Nullable Long updatedAfter,
            @Param("until") @Nullable Long updatedUntil,
            Call call);

    record Cursors(List<String> items) {}

    /** Answers a single row, without {@code items} around it. */
    @RequestLine(
            value = "GET /api/v1/projects/{project}/raw/dbs/{database}/tables/{table}/rows/{key}",
            decodeSlash = false)
    Answer row(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param(value = "table", expander = PercentEncoded.class) String table,
            @Param(value = "key", expander = PercentEncoded.class) String key,
            Call call);

    @RequestLine(
            value = "POST /api/v1/projects/{project}/raw/dbs/{database}/tables/{table}/rows?ensureParent=true",
            decodeSlash = false)
    @Headers("Content-Type: application/json")
    void insert(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param(value = "table", expander = PercentEncoded.class) String table,
            Object items,
            Call call);

    /**
     * Unknown keys are ignored.
     *
     * @param items a body {@code {"items": [{"key": "a"}]}}
     */
    @RequestLine(
            value = "POST /api/v1/projects/{project}/raw/dbs/{database}/tables/{table}/rows/delete",
            decodeSlash = false)
    @Headers("Content-Type: application/json")
    void deleteRows(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            @Param(value = "table", expander = PercentEncoded.class) String table,
            Object items,
            Call call);

    /** The rows go with their table. */
    @RequestLine(value = "POST /api/v1/projects/{project}/raw/dbs/{database}/tables/delete", decodeSlash = false)
    @Headers("Content-Type: application/json")
    void deleteTables(
            @Param("project") String project,
            @Param(value = "database", expander = PercentEncoded.class) String database,
            NamesPage tables,
            Call call);
}
