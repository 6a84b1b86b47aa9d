package org.cdfgateway.domain.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final TableDefinition ASSETS = BuiltInTables.ASSETS;

    @Test
    void everythingNeedsEveryColumn() {
        Scan scan = Scan.everything(ASSETS);

        assertThat(ASSETS.columns()).allMatch(scan::needs);
        assertThat(scan.predicate()).isEqualTo(Predicate.all());
    }

    @Test
    void needsOnlyWhatItNames() {
        Scan scan = new Scan(ASSETS, Set.of(ASSETS.column("name")), Predicate.all());

        assertThat(scan.needs(ASSETS.column("name"))).isTrue();
        assertThat(scan.needs(ASSETS.column("id"))).isFalse();
    }
}
