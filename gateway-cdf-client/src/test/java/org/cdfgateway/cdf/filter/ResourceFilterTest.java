package org.cdfgateway.cdf.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER_OR_EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS;
import static org.cdfgateway.domain.scan.ComparisonOperator.NOT_EQUAL;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.LongStream;
import org.cdfgateway.cdf.api.ListRequest;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.Test;

class ResourceFilterTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static Predicate is(TableDefinition table, String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(table.column(column), operator, constant);
    }

    private static Predicate and(Predicate... operands) {
        return new Predicate.And(List.of(operands));
    }

    private static Predicate or(Predicate... operands) {
        return new Predicate.Or(List.of(operands));
    }

    private static String listed(ResourceFilter filter, Predicate predicate) {
        ReadPlan.Listing listing = (ReadPlan.Listing) filter.plan(predicate);
        try {
            return JSON.writeValueAsString(new ListRequest(listing.filter(), listing.advancedFilter(), 1, null, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Keys looked(Predicate predicate) {
        return ((ReadPlan.Lookup) ResourceFilter.ASSETS.plan(predicate)).keys();
    }

    @Test
    void everythingIsListedWithoutFilter() {
        assertThat(listed(ResourceFilter.ASSETS, Predicate.all())).isEqualTo("{\"limit\":1}");
    }

    @Test
    void equalityGoesIntoTheStrictFilter() {
        assertThat(listed(
                        ResourceFilter.EVENTS,
                        and(
                                is(EVENTS, "type", EQUAL, "alarm"),
                                is(EVENTS, "data_set_id", EQUAL, 5L),
                                is(EVENTS, "start_time", GREATER_OR_EQUAL, 1_500L),
                                is(EVENTS, "start_time", LESS, 9_000L))))
                .isEqualTo("{\"filter\":{\"startTime\":{\"max\":8,\"min\":2},\"type\":\"alarm\"},"
                        + "\"advancedFilter\":{\"equals\":{\"property\":[\"dataSetId\"],\"value\":5}},\"limit\":1}");
    }

    @Test
    void listsOfTextsAndNullTestsGoIntoTheAdvancedFilter() {
        assertThat(listed(
                        ResourceFilter.ASSETS,
                        and(
                                new Predicate.In(ASSETS.column("name"), List.of("a", "b")),
                                new Predicate.IsNull(ASSETS.column("parent_id")))))
                .isEqualTo("{\"advancedFilter\":{\"and\":[{\"in\":{\"property\":[\"name\"],\"values\":[\"a\",\"b\"]}},"
                        + "{\"not\":{\"exists\":{\"property\":[\"parentId\"]}}}]},\"limit\":1}");
    }

    @Test
    void alternativesBecomeOneFilter() {
        assertThat(listed(
                        ResourceFilter.TIME_SERIES,
                        or(
                                is(TIME_SERIES, "unit", EQUAL, "bar"),
                                and(
                                        is(TIME_SERIES, "is_string", EQUAL, true),
                                        is(TIME_SERIES, "created_time", GREATER_OR_EQUAL, 1_000L)))))
                .isEqualTo("{\"advancedFilter\":{\"or\":[{\"equals\":{\"property\":[\"unit\"],\"value\":\"bar\"}},"
                        + "{\"and\":[{\"equals\":{\"property\":[\"isString\"],\"value\":true}},"
                        + "{\"range\":{\"property\":[\"createdTime\"],\"gte\":1}}]}]},\"limit\":1}");
    }

    @Test
    void anAlternativeThatCannotBePushedOpensAll() {
        assertThat(listed(ResourceFilter.ASSETS, or(is(ASSETS, "name", EQUAL, "a"), is(ASSETS, "name", LESS, "b"))))
                .isEqualTo("{\"limit\":1}");
    }

    @Test
    void textRangesAndNegationsAreNotPushed() {
        assertThat(listed(
                        ResourceFilter.ASSETS,
                        and(is(ASSETS, "name", NOT_EQUAL, "a"), is(ASSETS, "name", GREATER_OR_EQUAL, "b"))))
                .isEqualTo("{\"limit\":1}");
    }

    @Test
    void emptyAndOverlongTextsAreNotPushed() {
        assertThat(listed(
                        ResourceFilter.ASSETS,
                        and(
                                is(ASSETS, "name", EQUAL, ""),
                                is(ASSETS, "description", EQUAL, "x".repeat(256)),
                                is(ASSETS, "external_id", EQUAL, ""))))
                .isEqualTo("{\"limit\":1}");
    }

    @Test
    void longListsAreNotPushed() {
        List<Object> ids =
                LongStream.rangeClosed(1, 101).<Object>mapToObj(id -> id).toList();

        assertThat(listed(ResourceFilter.ASSETS, new Predicate.In(ASSETS.column("root_id"), ids)))
                .isEqualTo("{\"limit\":1}");
    }

    @Test
    void keysMakeALookup() {
        assertThat(looked(and(
                        is(ASSETS, "name", EQUAL, "a"),
                        new Predicate.In(ASSETS.column("id"), List.of(1L, 2L, -5L, 1L << 53)))))
                .satisfies(keys -> assertThat(keys.ids()).containsExactly(1L, 2L))
                .satisfies(keys -> assertThat(keys.externalIds()).isEmpty());
    }

    @Test
    void keysOfOneKindAreIntersected() {
        assertThat(looked(and(
                                new Predicate.In(ASSETS.column("id"), List.of(1L, 2L)),
                                new Predicate.In(ASSETS.column("id"), List.of(2L, 3L))))
                        .ids())
                .containsExactly(2L);
    }

    @Test
    void theSmallerOfTwoKindsIsLookedUp() {
        Keys keys = looked(
                and(new Predicate.In(ASSETS.column("id"), List.of(1L, 2L)), is(ASSETS, "external_id", EQUAL, "a")));

        assertThat(keys.externalIds()).containsExactly("a");
        assertThat(keys.ids()).isEmpty();
    }

    @Test
    void alternativeKeysAreLookedUpTogether() {
        Keys keys = looked(or(is(ASSETS, "id", EQUAL, 1L), is(ASSETS, "external_id", EQUAL, "a")));

        assertThat(keys.isMixed()).isTrue();
        assertThat(keys.groups(1_000)).hasSize(2);
    }

    @Test
    void lookupsAreCutIntoGroups() {
        List<Object> ids =
                LongStream.rangeClosed(1, 2_500).<Object>mapToObj(id -> id).toList();

        assertThat(looked(new Predicate.In(ASSETS.column("id"), ids)).groups(1_000))
                .extracting(List::size)
                .containsExactly(1_000, 1_000, 500);
    }

    @Test
    void nothingIsAskedWhenNothingCanMatch() {
        assertThat(ResourceFilter.ASSETS.plan(Predicate.none())).isInstanceOf(ReadPlan.Nothing.class);
        assertThat(ResourceFilter.ASSETS.plan(is(ASSETS, "id", EQUAL, 0L))).isInstanceOf(ReadPlan.Nothing.class);
        assertThat(ResourceFilter.ASSETS.plan(is(ASSETS, "data_set_id", EQUAL, -1L)))
                .isInstanceOf(ReadPlan.Nothing.class);
        assertThat(ResourceFilter.ASSETS.plan(is(ASSETS, "created_time", LESS, 0L)))
                .isInstanceOf(ReadPlan.Nothing.class);
        assertThat(ResourceFilter.ASSETS.plan(is(ASSETS, "created_time", EQUAL, 1_500L)))
                .isInstanceOf(ReadPlan.Nothing.class);
        assertThat(ResourceFilter.ASSETS.plan(new Predicate.In(ASSETS.column("id"), List.of())))
                .isInstanceOf(ReadPlan.Nothing.class);
    }
}
