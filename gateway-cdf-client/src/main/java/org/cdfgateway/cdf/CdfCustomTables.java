package org.cdfgateway.cdf;

import java.util.List;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.raw.RawAdapters;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.CustomTableAdapters;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.CustomTables;
import org.cdfgateway.domain.table.custom.RawSource;

/** Chooses the adapters of custom tables by what these show. */
final class CdfCustomTables implements CustomTableAdapters {
    private final RawAdapters raw;

    CdfCustomTables(CdfApis apis, Reading reading) {
        this.raw = new RawAdapters(apis, reading);
    }

    @Override
    public List<TableAdapter> adapters(CustomTable table) {
        List<TableDefinition> definitions = CustomTables.definitions(table);
        if (table.source() instanceof RawSource source) {
            return definitions.stream()
                    .map(definition -> raw.custom(definition, source))
                    .toList();
        }
        throw new GatewayException(
                ErrorKind.FEATURE_NOT_SUPPORTED,
                "the gateway has no adapter for what table \"" + table.name() + "\" shows");
    }
}
