package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.FixedAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

class InMemoryTableTest extends TableAdapterContract {
    private static final List<Row> STORED = List.of(stored(1, "pump"), stored(2, "valve"), stored(3, "tank"));

    private final InMemoryTable adapter = new InMemoryTable(BuiltInTables.ASSETS, 2)
            .with(STORED)
            .writable(10, 1)
            .changeable(10, true);
    private int created;

    private static Row stored(long id, String name) {
        return RowFixture.aRow(BuiltInTables.ASSETS)
                .with("id", id)
                .with("name", name)
                .with("created_time", InMemoryInserter.WRITTEN_AT)
                .row();
    }

    @Override
    protected TableAdapter adapter() {
        return adapter;
    }

    @Override
    protected CdfAccess access() {
        return FixedAccess.anAccess();
    }

    @Override
    protected List<Row> someStoredRows() {
        return STORED;
    }

    @Override
    protected Row aNewRow() {
        created++;
        return RowFixture.aRow(BuiltInTables.ASSETS)
                .with("external_id", "new-" + created)
                .with("name", "new")
                .row();
    }
}
