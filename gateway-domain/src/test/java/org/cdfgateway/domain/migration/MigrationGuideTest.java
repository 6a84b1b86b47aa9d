package org.cdfgateway.domain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;

class MigrationGuideTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "migration-guide.txt");
    private static final String HEAD =
            "# To accept a change: mvn -pl gateway-domain test -Dtest=MigrationGuideTest -Dgolden.update=true\n";

    private static final Map<String, String> DDL =
            Map.of("TIMESTAMPTZ", "timestamp with time zone", "VARCHAR", "character varying");

    @Test
    void readsLikeTheGuide() throws IOException {
        String printed = HEAD + print();

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.toAbsolutePath().getParent());
            Files.writeString(GOLDEN, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void namesEveryTableOfTheGateway() {
        assertThat(MigrationGuide.TABLES.stream().flatMap(table -> table.to().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        BuiltInTables.ALL.stream().map(TableDefinition::name).toList());
    }

    @Test
    void agreesWithTheTableDefinitions() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.after()).allSatisfy(column -> {
                    assertThat(definition(row.table())
                                    .column(column.name())
                                    .type()
                                    .ddl())
                            .as("%s.%s", row.table(), column.name())
                            .isEqualTo(ddl(column.type()));
                }));
    }

    private static TableDefinition definition(String name) {
        return BuiltInTables.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String ddl(String guideType) {
        int parenthesis = guideType.indexOf('(');
        String base = parenthesis < 0 ? guideType : guideType.substring(0, parenthesis);
        return DDL.getOrDefault(base, base.toLowerCase(Locale.ROOT)) + guideType.substring(base.length());
    }

    private static Stream<Change> rows() {
        return MigrationGuide.TABLES.stream().flatMap(table -> table.changes().stream());
    }

    private static String print() {
        StringBuilder printed = new StringBuilder("\nTables\n");
        MigrationGuide.TABLES.forEach(table -> printed.append(
                "%s -> %s: %s%n".formatted(table.from().orElse("-"), String.join(", ", table.to()), table.summary())));
        printed.append("\nColumns\n");
        rows().forEach(row -> printed.append("%s | %s | %s | %s%n"
                .formatted(row.table(), row.before().orElse("-"), columns(row.after()), row.kind())));
        return printed.toString();
    }

    private static String columns(List<GuideColumn> columns) {
        return columns.isEmpty()
                ? "-"
                : columns.stream().map(GuideColumn::toString).collect(Collectors.joining(", "));
    }
}
