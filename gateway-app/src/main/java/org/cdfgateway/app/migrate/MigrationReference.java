package org.cdfgateway.app.migrate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cdfgateway.domain.migration.Change;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.migration.TableMigration;
import org.cdfgateway.domain.port.inbound.VersionMapping;

/** The tables of the migration page, made from the mapping itself. */
public final class MigrationReference {

    private MigrationReference() {}

    /** What changed, row by row, and both versions side by side, as Markdown. */
    public static String markdown() {
        VersionMapping mapping = VersionMapping.PRODUCT;
        return tables(mapping.guide()) + changes(mapping.guide()) + sideBySide(mapping.legacyTables());
    }

    private static String tables(List<TableMigration> tables) {
        return "\n## Tables\n\n| 1.0 | 2.0 | Change |\n| --- | --- | --- |\n"
                + tables.stream()
                        .map(table -> "| " + code(table.from()) + " | "
                                + table.to().stream()
                                        .map(name -> code(Optional.of(name)))
                                        .collect(Collectors.joining(", "))
                                + " | " + table.summary() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String changes(List<TableMigration> tables) {
        return "\n## Columns that changed\n\n| 2.0 table | 1.0 | 2.0 | Change |\n| --- | --- | --- | --- |\n"
                + tables.stream()
                        .flatMap(table -> table.changes().stream())
                        .map(MigrationReference::row)
                        .collect(Collectors.joining());
    }

    private static String row(Change change) {
        String after = change.after().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "| `" + change.table() + "` | " + change.before().orElse("-") + " | " + (after.isEmpty() ? "-" : after)
                + " | " + change.kind() + " |\n";
    }

    private static String sideBySide(List<LegacyTable> tables) {
        return "\n## Both versions side by side\n"
                + tables.stream().map(MigrationReference::table).collect(Collectors.joining());
    }

    private static String table(LegacyTable table) {
        StringBuilder text = new StringBuilder("\n### `" + table.name() + "`\n\n| 1.0 `" + table.name() + "` | 2.0 `"
                + table.successor().name() + "` | Type in 2.0 |\n| --- | --- | --- |\n");
        for (LegacyColumn column : table.columns()) {
            String type = column.successor()
                    .map(name -> table.successor().column(name).type().ddl())
                    .orElse("-");
            text.append("| `" + column.name() + "` | " + code(column.successor()) + " | " + type + " |\n");
        }
        for (String added : table.addedColumns()) {
            text.append("| - | `" + added + "` | "
                    + table.successor().column(added).type().ddl() + " |\n");
        }
        return text.toString();
    }

    private static String code(Optional<String> name) {
        return name.map(text -> "`" + text + "`").orElse("-");
    }
}
