package org.cdfgateway.sql.remote.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.cdfgateway.domain.identity.FixedAccess;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.sql.remote.statement.Parameters;
import org.cdfgateway.sql.remote.statement.RemoteParser;
import org.cdfgateway.sql.remote.statement.RemoteStatement;
import org.cdfgateway.sql.remote.statement.RemoteTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanEstimateTest {
    private static final int ROWS = 12_000;

    private static final InMemoryTable ASSETS = new InMemoryTable(BuiltInTables.ASSETS, 1_000)
            .with(LongStream.range(0, ROWS)
                    .mapToObj(id ->
                            RowFixture.aRow(BuiltInTables.ASSETS).with("id", id).row())
                    .toList());

    @Test
    void writesTheLineThatPostgresFdwReads() {
        assertThat(estimate("SELECT id, name FROM public.assets").asExplainLine())
                .isEqualTo("Foreign Scan on assets  (cost=100.00..1320.00 rows=12000 width=40)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ((id = 5))                                        | 1
                    ((id < 6000))                                     | 6000
                    ((id = ((SELECT null::bigint)::bigint)))          | 1
                    ((id = ANY (((SELECT null::bigint[])::bigint[])))) | 10
                    ((md5(name) = 'x'::text))                         | 60
                    ((id < 6000)) AND ((md5(name) > 'x'::text))       | 2000
                    ((id < 0))                                        | 1
                    """)
    void countsTheRowsThatConditionsLetThrough(String condition, long rows) {
        assertThat(estimate("SELECT id FROM public.assets WHERE " + condition).rows())
                .isEqualTo(rows);
    }

    @Test
    void readingALargeTableIsDearerThanLookingUpARow() {
        PlanEstimate all = estimate("SELECT id FROM public.assets");
        PlanEstimate one = estimate("SELECT id FROM public.assets WHERE ((id = ((SELECT null::bigint)::bigint)))");

        assertThat(all.totalCost()).isGreaterThan(10 * one.totalCost());
        assertThat(one.totalCost()).isGreaterThanOrEqualTo(one.startupCost());
    }

    private static PlanEstimate estimate(String sql) {
        RemoteParser parser = new RemoteParser(new RemoteTables(name -> Optional.of(BuiltInTables.ASSETS)));
        RemoteStatement.Query query = (RemoteStatement.Query) parser.parse(sql, Parameters.unknown());
        return PlanEstimate.of(query.select(), ASSETS, FixedAccess.anAccess());
    }
}
