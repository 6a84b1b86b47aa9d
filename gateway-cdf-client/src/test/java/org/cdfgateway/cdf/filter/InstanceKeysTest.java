package org.cdfgateway.cdf.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.WriteRule;
import org.junit.jupiter.api.Test;

class InstanceKeysTest {
    private static final Column SPACE = column("space");
    private static final Column EXTERNAL_ID = column("external_id");
    private static final Column OTHER = column("other");

    private final InstanceKeys keys = new InstanceKeys(SPACE, EXTERNAL_ID);

    private static Column column(String name) {
        return new Column(name, SqlType.TEXT, name, WriteRule.WRITABLE, Set.of(), "", false);
    }

    private static Predicate is(Column column, String value) {
        return new Predicate.Comparison(column, ComparisonOperator.EQUAL, value);
    }

    private static Predicate pair(String space, String externalId) {
        return new Predicate.And(List.of(is(SPACE, space), is(EXTERNAL_ID, externalId)));
    }

    private static InstanceReference reference(String space, String externalId) {
        return new InstanceReference(space, externalId);
    }

    private Set<InstanceReference> named(Predicate predicate) {
        return keys.of(predicate).orElseThrow();
    }

    @Test
    void needsBothParts() {
        assertThat(keys.of(is(SPACE, "s"))).isEmpty();
        assertThat(keys.of(is(EXTERNAL_ID, "a"))).isEmpty();
        assertThat(keys.of(Predicate.all())).isEmpty();
        assertThat(named(pair("s", "a"))).containsExactly(reference("s", "a"));
    }

    @Test
    void combinesSpacesWithExternalIds() {
        assertThat(named(new Predicate.And(List.of(
                        is(OTHER, "x"),
                        new Predicate.In(SPACE, List.of("s", "t")),
                        new Predicate.In(EXTERNAL_ID, List.of("a", "b"))))))
                .containsExactlyInAnyOrder(
                        reference("s", "a"), reference("s", "b"), reference("t", "a"), reference("t", "b"));
    }

    @Test
    void keepsPairsApart() {
        assertThat(named(new Predicate.Or(List.of(pair("s", "a"), pair("t", "b")))))
                .containsExactlyInAnyOrder(reference("s", "a"), reference("t", "b"));
        assertThat(named(new Predicate.And(
                        List.of(is(OTHER, "x"), new Predicate.Or(List.of(pair("s", "a"), pair("t", "b")))))))
                .containsExactlyInAnyOrder(reference("s", "a"), reference("t", "b"));
    }

    @Test
    void isNotEnoughWhenOneAlternativeNamesNone() {
        assertThat(keys.of(new Predicate.Or(List.of(pair("s", "a"), is(OTHER, "x")))))
                .isEmpty();
    }

    @Test
    void leavesOutWhatNoInstanceCanBe() {
        assertThat(named(pair("1", "a"))).isEmpty();
        assertThat(named(pair("s", ""))).isEmpty();
        assertThat(named(pair("s", "x".repeat(257)))).isEmpty();
        assertThat(named(pair("s", "x".repeat(256)))).hasSize(1);
        assertThat(keys.of(Predicate.none())).contains(Set.of());
    }

    @Test
    void leavesLargeProductsToListings() {
        List<Object> many =
                IntStream.range(0, 300).<Object>mapToObj(i -> "n" + i).toList();
        Predicate product =
                new Predicate.And(List.of(new Predicate.In(SPACE, many), new Predicate.In(EXTERNAL_ID, many)));

        assertThat(keys.of(product)).isEqualTo(Optional.empty());
    }
}
