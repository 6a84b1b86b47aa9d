package org.cdfgateway.emulator.access;

import static org.cdfgateway.emulator.right.ScopeKind.ALL;
import static org.cdfgateway.emulator.right.ScopeKind.DATA_SET;
import static org.cdfgateway.emulator.right.ScopeKind.ID;
import static org.cdfgateway.emulator.right.ScopeKind.OWN;
import static org.cdfgateway.emulator.right.ScopeKind.PIPELINE;
import static org.cdfgateway.emulator.right.ScopeKind.ROOT_ASSET;
import static org.cdfgateway.emulator.right.ScopeKind.SPACE;
import static org.cdfgateway.emulator.right.ScopeKind.TABLE;
import static org.cdfgateway.emulator.right.ScopeKind.USER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.emulator.right.Scope;
import org.cdfgateway.emulator.right.ScopeKind;

/** The access control lists, their actions and scopes (the second table of reference/cdf-api-data.md section 5.3). */
record KnownAcl(String name, Set<String> actions, Set<ScopeKind> scopes) {

    static final List<KnownAcl> ALL_KNOWN = List.of(
            acl("projectsAcl", "LIST READ CREATE UPDATE DELETE", ALL),
            acl("groupsAcl", "LIST READ CREATE UPDATE DELETE", ALL, OWN),
            acl("sessionsAcl", "LIST CREATE DELETE", ALL),
            acl("postgresGatewayAcl", "READ WRITE", ALL, USER),
            acl("assetsAcl", "READ WRITE", ALL, DATA_SET),
            acl("eventsAcl", "READ WRITE", ALL, DATA_SET),
            acl("filesAcl", "READ WRITE", ALL, DATA_SET),
            acl("labelsAcl", "READ WRITE", ALL, DATA_SET),
            acl("sequencesAcl", "READ WRITE", ALL, DATA_SET),
            acl("relationshipsAcl", "READ WRITE", ALL, DATA_SET),
            acl("timeSeriesAcl", "READ WRITE", ALL, DATA_SET, ID, ROOT_ASSET),
            acl("timeSeriesSubscriptionsAcl", "READ WRITE", ALL, DATA_SET),
            acl("rawAcl", "READ WRITE LIST", ALL, TABLE),
            acl("datasetsAcl", "READ WRITE OWNER", ALL, ID),
            acl("extractionPipelinesAcl", "READ WRITE", ALL, ID, DATA_SET),
            acl("extractionRunsAcl", "READ WRITE", ALL, DATA_SET, PIPELINE),
            acl("extractionConfigsAcl", "READ WRITE", ALL, DATA_SET, PIPELINE),
            acl("dataModelsAcl", "READ WRITE", ALL, SPACE),
            acl("dataModelInstancesAcl", "READ WRITE WRITE_PROPERTIES", ALL, SPACE),
            acl("transformationsAcl", "READ WRITE", ALL, DATA_SET),
            acl("workflowOrchestrationAcl", "READ WRITE", ALL, DATA_SET),
            acl("functionsAcl", "READ WRITE RUN", ALL),
            acl("threedAcl", "READ CREATE UPDATE DELETE", ALL, DATA_SET),
            acl("securityCategoriesAcl", "MEMBEROF LIST CREATE UPDATE DELETE", ALL, ID),
            acl("userProfilesAcl", "READ", ALL),
            acl("auditlogAcl", "READ", ALL),
            acl("hostedExtractorsAcl", "READ WRITE", ALL),
            acl("entitymatchingAcl", "READ WRITE", ALL),
            acl("geospatialAcl", "READ WRITE", ALL),
            acl("typesAcl", "READ WRITE", ALL),
            acl("digitalTwinAcl", "READ WRITE", ALL),
            acl("locationFiltersAcl", "READ WRITE", ALL, ID),
            acl("streamsAcl", "READ CREATE DELETE", ALL),
            acl("streamRecordsAcl", "READ WRITE", ALL, SPACE));

    private static KnownAcl acl(String name, String actions, ScopeKind first, ScopeKind... more) {
        return new KnownAcl(name, new LinkedHashSet<>(Arrays.asList(actions.split(" ", -1))), EnumSet.of(first, more));
    }

    /** @param name in any case */
    static Optional<KnownAcl> of(String name) {
        return ALL_KNOWN.stream().filter(acl -> acl.name.equalsIgnoreCase(name)).findAny();
    }

    /** All of its actions in the whole project. */
    Capability complete() {
        return new Capability(name, actions, Scope.ALL);
    }
}
