package org.cdfgateway.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cdfgateway.domain.port.outbound.TokenInspection.Capability;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;

class TableAccessTest {
    private static final Capability GATEWAY = capability("postgresGatewayAcl", Scope.ALL, "READ", "WRITE");

    @Test
    void everyBuiltInTableHasItsNeeds() {
        assertThat(TableNeeds.BUILT_IN)
                .extracting(TableNeeds::table)
                .containsExactlyInAnyOrderElementsOf(BuiltInTables.ALL);
    }

    @Test
    void namesWhatIsMissing() {
        List<TableAccess> access = access(GATEWAY, capability("assetsAcl", Scope.ALL, "READ"));

        assertThat(of(access, "assets", TableAction.READ))
                .isEqualTo(new TableAccess("assets", TableAction.READ, false, List.of()));
        assertThat(of(access, "assets", TableAction.DELETE).missing()).containsExactly("assetsAcl:WRITE");
        assertThat(of(access, "raw_rows", TableAction.INSERT).missing())
                .containsExactly("rawAcl:READ", "rawAcl:LIST", "rawAcl:WRITE");
    }

    @Test
    void tellsRightsInAPartOfTheProject() {
        List<TableAccess> access = access(GATEWAY, capability("eventsAcl", Scope.NONE, "READ"));

        assertThat(of(access, "events", TableAction.READ))
                .isEqualTo(new TableAccess("events", TableAction.READ, true, List.of()));
    }

    @Test
    void nothingIsAllowedToWhoMayNotUseTheGateway() {
        Capability others = capability("postgresGatewayAcl", new Scope(false, Set.of("bert")), "READ", "WRITE");

        List<TableAccess> access = access(others, capability("assetsAcl", Scope.ALL, "READ", "WRITE"));

        assertThat(access).noneMatch(TableAccess::isAllowed);
        assertThat(of(access, "assets", TableAction.UPDATE).missing())
                .containsExactly("postgresGatewayAcl:READ", "postgresGatewayAcl:WRITE");
    }

    @Test
    void leavesOutWhatATableRefuses() {
        assertThat(access(GATEWAY).stream().filter(one -> one.table().equals("units")))
                .extracting(TableAccess::action)
                .containsExactly(TableAction.READ);
    }

    private static List<TableAccess> access(Capability... capabilities) {
        TokenRights rights =
                new TokenRights("s", Set.of("plant"), Stream.of(capabilities).toList());
        return TableAccess.of(rights, "plant", "anna");
    }

    private static TableAccess of(List<TableAccess> access, String table, TableAction action) {
        return access.stream()
                .filter(one -> one.table().equals(table) && one.action() == action)
                .findFirst()
                .orElseThrow();
    }

    private static Capability capability(String acl, Scope scope, String... actions) {
        return new Capability(acl, Set.of(actions), Set.of(), scope);
    }
}
