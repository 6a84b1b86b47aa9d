package org.cdfgateway.domain.table.builtin;

import java.util.List;
import org.cdfgateway.domain.table.TableDefinition;

/** The built-in tables, in the order they are listed. */
public final class BuiltInTables {

    public static final TableDefinition ASSETS = Assets.DEFINITION;
    public static final TableDefinition EVENTS = Events.DEFINITION;
    public static final TableDefinition TIME_SERIES = TimeSeries.DEFINITION;
    public static final TableDefinition DOUBLE_DATAPOINTS = DoubleDatapoints.DEFINITION;
    public static final TableDefinition STRING_DATAPOINTS = StringDatapoints.DEFINITION;
    public static final TableDefinition RAW_ROWS = RawRows.DEFINITION;
    public static final TableDefinition RAW_TABLES = RawTables.DEFINITION;

    public static final List<TableDefinition> ALL =
            List.of(ASSETS, EVENTS, TIME_SERIES, DOUBLE_DATAPOINTS, STRING_DATAPOINTS, RAW_ROWS, RAW_TABLES);

    private BuiltInTables() {}
}
