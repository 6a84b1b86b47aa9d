package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.port.outbound.TableAdapterContract;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** The contract of one table, with the emulator behind it. */
abstract class EmulatedTableContract extends TableAdapterContract {
    private final EmulatedCdf cdf;
    private final TableDefinition table;
    private final List<Row> stored;

    /** @param stored rows as CDF has stored them */
    EmulatedTableContract(EmulatedCdf cdf, TableDefinition table, List<Row> stored) {
        this.cdf = cdf;
        this.table = table;
        this.stored = stored;
    }

    @Override
    protected TableAdapter adapter() {
        return cdf.adapter(table);
    }

    @Override
    protected CdfAccess access() {
        return cdf.access();
    }

    @Override
    protected List<Row> someStoredRows() {
        return stored;
    }
}
