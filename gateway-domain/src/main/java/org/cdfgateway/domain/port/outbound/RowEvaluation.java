package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Lets PostgreSQL compute what the gateway does not know how to. Values travel in PostgreSQL's text format with the
 * settings that postgres_fdw uses (ISO dates, time zone GMT). Safe for use by several threads; calls block.
 */
public interface RowEvaluation {

    /**
     * Computes expressions for each row.
     *
     * @param expressions as postgres_fdw writes them, without parameters: immutable built-in functions and operators over
     *     constants and the columns by their names
     * @param columns the columns that the expressions use
     * @param rows the values of those columns, a few thousand rows at most
     * @return for each row the values of the expressions, in their order
     * @throws GatewayException what PostgreSQL says of the expression, for example a division by zero
     */
    List<List<@Nullable String>> evaluate(
            List<String> expressions, List<Column> columns, List<List<@Nullable String>> rows);
}
