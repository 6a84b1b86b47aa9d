package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.RunSchema.EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.RunSchema.GIVEN_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.Listing;
import org.cdfgateway.emulator.query.Page;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;

/** The HTTP calls of extraction pipelines' runs. */
final class RunCalls {

    private static final String PATH = RunSchema.SCHEMA.calls().path();
    private static final String ACL = RunSchema.SCHEMA.calls().acl();

    private final Pipelines pipelines;
    private final PipelineRuns runs;
    private final Surroundings surroundings;
    private final ItemWriter created = new ItemWriter(RunSchema.SCHEMA)
            .without(field -> field == GIVEN_TIME)
            .withoutUpdates();
    private final ItemWriter listed = created.without(field -> field == EXTERNAL_ID);

    RunCalls(Pipelines pipelines, PipelineRuns runs, Surroundings surroundings) {
        this.pipelines = pipelines;
        this.runs = runs;
        this.surroundings = surroundings;
    }

    void addTo(Routes routes) {
        Admission read = Admission.needs(ACL, "READ");
        Admission write = Admission.needs(ACL, "WRITE").and("datasetsAcl", "READ");
        routes.project("GET", PATH, read, this::getList)
                .project("POST", PATH, write, this::create)
                .project("POST", PATH + "/list", read, this::list);
    }

    private Answer create(Call call) {
        JsonNode json = RequestItems.of(
                        call.json().path("items"), RunSchema.SCHEMA.calls().maxCreated())
                .get(0);
        Violations violations = new Violations();
        Draft draft = Draft.create(surroundings.ids().next(), json, RunSchema.SCHEMA, "items[0]", violations);
        violations.check();
        Item pipeline = pipelines.named(json.path("externalId"), pipelines.writable(ACL, call));
        Long given = draft.number(GIVEN_TIME);
        Item run = draft.toItem(given == null ? surroundings.clock().millis() : given, true);
        long now = surroundings.clock().millis();
        runs.of(pipeline.id()).keepPast(now, call.longestLag().toMillis());
        runs.add(pipeline.id(), List.of(run));
        return Answer.ok(created.page(List.of(run), null));
    }

    private Answer getList(Call call) {
        return page(call, RunSchema.SCHEMA.queryParameters().toBody(call.parameters()));
    }

    private Answer list(Call call) {
        return page(call, call.json());
    }

    private Answer page(Call call, ObjectNode body) {
        Item pipeline = pipelines.named(body.path("filter").path("externalId"), pipelines.readable(ACL, call));
        Page page = Listing.parse(body, RunSchema.SCHEMA.listRules(), surroundings.related())
                .page(runs.of(pipeline.id())
                        .indexAt(surroundings.clock().millis() - call.lag().toMillis()));
        return Answer.ok(listed.page(page.items(), page.nextCursor()));
    }
}
