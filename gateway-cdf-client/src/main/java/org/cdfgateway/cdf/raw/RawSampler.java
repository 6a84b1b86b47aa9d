package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RawSampling;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.table.custom.RawSample;

/** Counts what the columns of some rows hold. */
public final class RawSampler implements RawSampling {
    private final StoredRows rows;

    public RawSampler(CdfApis apis, Reading reading) {
        this.rows = new StoredRows(apis.api(RawApi.class), reading);
    }

    @Override
    public RawSample sample(String database, String table, int maxRows, CdfAccess access) {
        Map<String, ColumnTally> columns = new LinkedHashMap<>();
        int seen = 0;
        // One row more tells whether there are more.
        try (RowReader reader = rows.reader(
                new RawTable(database, table),
                new RawSelection(Optional.empty(), LongRange.ALL),
                maxRows + 1,
                access)) {
            for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                for (Row row : batch.rows()) {
                    if (seen == maxRows) {
                        return sample(seen, false, columns);
                    }
                    count(StoredRows.columns(row), columns);
                    seen++;
                }
            }
        }
        return sample(seen, true, columns);
    }

    private static RawSample sample(int rows, boolean isWhole, Map<String, ColumnTally> columns) {
        return new RawSample(
                rows,
                isWhole,
                columns.values().stream().map(ColumnTally::sampled).toList());
    }

    private static void count(String object, Map<String, ColumnTally> columns) {
        try (JsonParser parser = JsonText.parser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                columns.computeIfAbsent(name, ColumnTally::new).add(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a row of RAW is not JSON", e);
        }
    }
}
