package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.SchemasApi;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.ViewImport;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewSource;

/** Imports views and data models from CDF. */
public final class CdfViews implements ViewImport {
    private final SchemasApi api;
    private final CallTimeouts timeouts;

    public CdfViews(CdfApis apis, CallTimeouts timeouts) {
        this.api = apis.api(SchemasApi.class);
        this.timeouts = timeouts;
    }

    @Override
    public ViewSource view(
            String space, String externalId, Optional<String> version, Optional<InstanceKind> kind, CdfAccess access) {
        SchemasApi.Id id = new SchemasApi.Id(space, externalId, version.orElse(null));
        return ViewJson.source(newest("view", id, this::views, access), kind);
    }

    @Override
    public DataModelSource dataModel(String space, String externalId, Optional<String> version, CdfAccess access) {
        SchemasApi.Id id = new SchemasApi.Id(space, externalId, version.orElse(null));
        JsonNode model = newest("data model", id, this::dataModels, access);
        return new DataModelSource(ViewJson.id(model), views(model, access));
    }

    /** In the order of the data model. */
    private List<ViewSource> views(JsonNode model, CdfAccess access) {
        List<ViewId> wanted = StreamSupport.stream(model.path("views").spliterator(), false)
                .map(ViewJson::id)
                .toList();
        Map<ViewId, ViewSource> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += SchemasApi.ByIds.MAX_ITEMS) {
            List<SchemasApi.Id> ids =
                    wanted.subList(from, Math.min(wanted.size(), from + SchemasApi.ByIds.MAX_ITEMS)).stream()
                            .map(view -> new SchemasApi.Id(view.space(), view.externalId(), view.version()))
                            .toList();
            views(ids, access).forEach(view -> found.put(ViewJson.id(view), ViewJson.source(view, Optional.empty())));
        }
        List<ViewSource> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ViewId view : wanted) {
            sources.add(Optional.ofNullable(found.get(view))
                    .orElseThrow(
                            () -> unknown("view", new SchemasApi.Id(view.space(), view.externalId(), view.version()))));
            if (!names.add(view.externalId())) {
                throw new GatewayException(
                                ErrorKind.INVALID_PARAMETER_VALUE,
                                "the data model has several views named \"" + view.externalId() + "\"")
                        .withHint("Add its views one by one, each under a name of its own.");
            }
        }
        return sources;
    }

    private JsonNode newest(
            String what,
            SchemasApi.Id id,
            BiFunction<List<SchemasApi.Id>, CdfAccess, JsonNode> find,
            CdfAccess access) {
        // The newest version is the one created last, whatever its name.
        return StreamSupport.stream(find.apply(List.of(id), access).spliterator(), false)
                .max(Comparator.comparingLong(found -> found.path("createdTime").asLong()))
                .orElseThrow(() -> unknown(what, id));
    }

    private JsonNode views(List<SchemasApi.Id> ids, CdfAccess access) {
        return api.views(access.project(), new SchemasApi.ByIds(ids), timeouts.start(SchemasApi.FIND, access))
                .path("items");
    }

    private JsonNode dataModels(List<SchemasApi.Id> ids, CdfAccess access) {
        return api.dataModels(access.project(), new SchemasApi.ByIds(ids), timeouts.start(SchemasApi.FIND, access))
                .path("items");
    }

    private static GatewayException unknown(String what, SchemasApi.Id id) {
        String version = id.version() == null ? "" : ", version " + id.version();
        return new GatewayException(
                        ErrorKind.UNDEFINED_OBJECT,
                        "there is no " + what + " \"" + id.externalId() + "\" in space \"" + id.space() + "\""
                                + version)
                .withHint("Capitals matter. The CDF identity needs " + SchemasApi.FIND.capability()
                        + " on the space to see it.");
    }
}
