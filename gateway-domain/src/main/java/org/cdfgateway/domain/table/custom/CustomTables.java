package org.cdfgateway.domain.table.custom;

import java.util.List;
import org.cdfgateway.domain.table.TableDefinition;

/** What custom tables look like to SQL. */
public final class CustomTables {

    private CustomTables() {}

    /** One table, or one for each view of a data model. */
    public static List<TableDefinition> definitions(CustomTable table) {
        CustomSource source = table.source();
        if (source instanceof RawSource raw) {
            return List.of(RawTableDefinition.of(table.name(), raw));
        }
        if (source instanceof ViewSource view) {
            return List.of(ViewTableDefinition.of(TableDefinition.PUBLIC, table.name(), view));
        }
        return ((DataModelSource) source)
                .views().stream()
                        .map(view ->
                                ViewTableDefinition.of(table.name(), view.view().externalId(), view))
                        .toList();
    }
}
