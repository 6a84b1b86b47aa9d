package org.cdfgateway.domain.table.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.table.WriteRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomTablesTest {

    private static final ViewId PUMP = new ViewId("sp_pumps", "Pump", "v1");

    @Test
    void showsTheKeyOfRawRowsThatDeclareNone() {
        TableDefinition table = only(raw(Optional.empty()));

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("_raw_key", "tag", "pressure", "_raw_last_updated_time");
        assertThat(table.keys().get(0).columns()).extracting(Column::name).containsExactly("_raw_key");
    }

    @Test
    void takesThePrimaryKeyForTheKeyOfRawRows() {
        TableDefinition table = only(raw(Optional.of("tag")));

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("tag", "pressure", "_raw_last_updated_time");
        assertThat(table.column("tag").writeRule()).isEqualTo(WriteRule.REQUIRED);
        assertThat(table.column("tag").answers(Pushable.LOOKUP)).isTrue();
    }

    @Test
    void looksUpNoRowByAPrimaryKeyWhoseValuesHaveSeveralSpellings() {
        TableDefinition table = only(raw(Optional.of("pressure")));

        assertThat(table.column("pressure").answers(Pushable.LOOKUP)).isFalse();
    }

    @Test
    void refusesAPrimaryKeyThatIsNoColumn() {
        assertThatThrownBy(() -> raw(Optional.of("tagg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tagg");
    }

    @Test
    void showsPropertiesBetweenWhatEveryNodeHas() {
        TableDefinition table = only(view(InstanceKind.NODES, property("flow", PropertyType.FLOAT32, false)));

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("space", "external_id", "flow", "created_time", "last_updated_time");
        assertThat(table.column("flow").type()).isEqualTo(SqlType.REAL);
    }

    @Test
    void letsPropertiesKeepTheirNames() {
        TableDefinition table = only(view(InstanceKind.EDGES, property("type", PropertyType.TEXT, true)));

        assertThat(table.column("type").type()).isEqualTo(SqlType.TEXT_ARRAY);
        assertThat(table.column("_type").cdfField()).isEqualTo("type");
        assertThat(table.column("_type").type()).isEqualTo(SqlType.JSON);
    }

    @Test
    void putsTheViewsOfADataModelIntoItsSchema() {
        DataModelSource model =
                new DataModelSource(new ViewId("sp_pumps", "Plant", "3"), List.of(view(InstanceKind.NODES)));

        assertThat(CustomTables.definitions(new CustomTable("plant_3", model, Instant.EPOCH)))
                .extracting(TableDefinition::id)
                .containsExactly(new TableName("plant_3", "Pump"));
    }

    @ParameterizedTest
    @EnumSource
    void findsEachColumnTypeByItsApiNameAndByWhatItShows(CustomColumnType type) {
        assertThat(CustomColumnType.of(type.apiName())).contains(type);
        assertThat(CustomColumnType.showing(type.sqlType()).sqlType()).isEqualTo(type.sqlType());
    }

    @Test
    void showsTextsWithALengthAsVarchar() {
        assertThat(CustomColumnType.showing(SqlType.varchar(255))).isEqualTo(CustomColumnType.VARCHAR);
        assertThat(CustomColumnType.showing(SqlType.varcharArray(255))).isEqualTo(CustomColumnType.VARCHAR_ARRAY);
        assertThat(CustomColumnType.showing(SqlType.TEXT)).isEqualTo(CustomColumnType.TEXT);
    }

    private static RawSource raw(Optional<String> primaryKey) {
        return new RawSource(
                "src_db",
                "pumps",
                primaryKey,
                List.of(
                        new CustomColumn("tag", CustomColumnType.TEXT),
                        new CustomColumn("pressure", CustomColumnType.DOUBLE_PRECISION)));
    }

    private static ViewSource view(InstanceKind kind, ViewProperty... properties) {
        return new ViewSource(PUMP, kind, List.of(properties), "");
    }

    private static ViewProperty property(String name, PropertyType type, boolean isList) {
        return new ViewProperty(name, type, isList, false, Optional.empty(), "");
    }

    private static TableDefinition only(CustomSource source) {
        List<TableDefinition> tables = CustomTables.definitions(new CustomTable("pumps", source, Instant.EPOCH));
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }
}
