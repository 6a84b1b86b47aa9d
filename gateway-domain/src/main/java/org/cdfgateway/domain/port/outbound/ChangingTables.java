package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;

/** A user's tables, which may become others at any time. */
public final class ChangingTables implements UserTables {
    private volatile FixedTables now;

    public ChangingTables(FixedTables first) {
        this.now = first;
    }

    public void become(FixedTables next) {
        now = next;
    }

    @Override
    public List<TableAdapter> all() {
        return now.all();
    }

    @Override
    public List<TableDefinition> custom() {
        return now.custom();
    }

    @Override
    public Optional<TableAdapter> find(TableName name) {
        return now.find(name);
    }
}
