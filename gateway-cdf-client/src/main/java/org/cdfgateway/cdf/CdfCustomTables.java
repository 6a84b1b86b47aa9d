package org.cdfgateway.cdf;

import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.adapter.Counts;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.raw.RawAdapters;
import org.cdfgateway.cdf.view.ViewTables;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomSource;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Chooses the adapters of custom tables by what these show. */
final class CdfCustomTables implements CustomTableAdapters {
    private final RawAdapters raw;
    private final ViewTables views;

    CdfCustomTables(CdfApis apis, Reading reading, Counts counts) {
        this.raw = new RawAdapters(apis, reading);
        this.views = new ViewTables(apis, reading, counts);
    }

    @Override
    public List<TableAdapter> adapters(CustomTable table) {
        List<TableDefinition> definitions = CustomTables.definitions(table);
        CustomSource source = table.source();
        if (source instanceof RawSource ofRaw) {
            return definitions.stream()
                    .map(definition -> raw.custom(definition, ofRaw))
                    .toList();
        }
        List<ViewSource> sources =
                source instanceof ViewSource view ? List.of(view) : ((DataModelSource) source).views();
        return IntStream.range(0, sources.size())
                .mapToObj(i -> views.table(definitions.get(i), sources.get(i)))
                .toList();
    }
}
