package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.query.Aggregation;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.Listing;
import org.cdfgateway.emulator.query.Page;
import org.cdfgateway.emulator.query.Related;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.store.Item;

/** The HTTP calls of one resource. */
final class ResourceCalls {

    private static final int MAX_SEARCHED = 1000;
    private static final int DEFAULT_SEARCHED = 100;

    private final Resource resource;
    private final Schema schema;
    private final ItemScopes scopes;
    private final Related related;
    private final ItemWriter writer;
    private final ExtraChoice extras;

    /** Which extra fields a request asks for. */
    @FunctionalInterface
    interface ExtraChoice {
        ItemWriter.Extra of(Call call, ObjectNode body);
    }

    ResourceCalls(Resource resource, ItemScopes scopes, Related related, ItemWriter writer) {
        this(resource, scopes, related, writer, (call, body) -> ItemWriter.Extra.NONE);
    }

    ResourceCalls(Resource resource, ItemScopes scopes, Related related, ItemWriter writer, ExtraChoice extras) {
        this.resource = resource;
        this.scopes = scopes;
        this.schema = resource.schema();
        this.related = related;
        this.writer = writer;
        this.extras = extras;
    }

    void addTo(Routes routes) {
        String path = schema.calls().path();
        Admission read = Admission.needs(schema.calls().acl(), "READ");
        for (Schema.Verb verb : schema.calls().verbs()) {
            Admission write = write(verb);
            switch (verb) {
                case GET_LIST -> routes.project("GET", path, read, this::getList);
                case GET_BY_ID -> routes.project("GET", path + "/{id}", read, this::getById);
                case CREATE -> routes.project("POST", path, write, this::create);
                case LIST -> routes.project("POST", path + "/list", read, this::list);
                case BYIDS -> routes.project("POST", path + "/byids", read, this::byIds);
                case UPDATE -> routes.project("POST", path + "/update", write, this::update);
                case DELETE -> routes.project("POST", path + "/delete", write, this::delete);
                case SEARCH -> routes.project("POST", path + "/search", read, this::search);
                case AGGREGATE -> routes.project("POST", path + "/aggregate", read, this::aggregate);
            }
        }
    }

    private Admission write(Schema.Verb verb) {
        Admission write = Admission.needs(schema.calls().acl(), "WRITE");
        Right more = schema.calls().writeNeeds().get(verb);
        return more == null ? write : write.and(more.acl(), more.action());
    }

    /** The resource, ready to be changed: its lists may lag behind that. */
    private Resource changed(Call call) {
        resource.keepIndex(call.longestLag());
        return resource;
    }

    private Answer create(Call call) {
        List<Item> created = changed(call).create(call.json(), scopes.writable(call));
        return Answer.json(schema.calls().createStatus(), writer.page(created, null));
    }

    private Answer getById(Call call) {
        long id = call.idVariable("id");
        Item item = resource.store().find(id);
        if (item == null) {
            throw ApiError.missing(
                    400,
                    schema.referenceErrors().unknownId(),
                    List.of(Reference.ofId(id).toJson()));
        }
        ItemScopes.require(scopes.readable(call), List.of(item));
        return Answer.ok(out -> writer.write(item, out)).with(1);
    }

    private Answer getList(Call call) {
        ObjectNode body = schema.queryParameters().toBody(call.parameters());
        ItemWriter chosen = "false".equals(call.parameter("includeMetadata"))
                ? writer.without(field -> field.name().equals("metadata"))
                : writer;
        return page(call, body, chosen);
    }

    private Answer list(Call call) {
        ObjectNode body = call.json();
        return page(call, body, writer.with(extras.of(call, body)));
    }

    /** What lists understand, over what the caller may read. */
    private ListRules rules(Call call) {
        Predicate<Item> readable = scopes.readable(call);
        return readable == ItemScopes.ALL
                ? schema.listRules()
                : schema.listRules().within(readable);
    }

    private Answer page(Call call, ObjectNode body, ItemWriter chosen) {
        Page page = Listing.parse(body, rules(call), related).page(resource.index(call.lag()));
        return Answer.ok(chosen.page(page.items(), page.nextCursor()));
    }

    private Answer byIds(Call call) {
        ObjectNode body = call.json();
        List<Item> found = resource.byIds(body);
        ItemScopes.require(scopes.readable(call), found);
        return Answer.ok(writer.with(extras.of(call, body)).page(found, null));
    }

    private Answer update(Call call) {
        return Answer.ok(writer.page(changed(call).update(call.json(), scopes.writable(call)), null));
    }

    private Answer delete(Call call) {
        changed(call).delete(call.json(), scopes.writable(call));
        return Answer.json(schema.calls().deleteStatus(), out -> {
            out.writeStartObject();
            out.writeEndObject();
        });
    }

    private Answer aggregate(Call call) {
        return Answer.ok(Aggregation.answer(call.json(), rules(call), related, resource.index(call.lag())));
    }

    private Answer search(Call call) {
        ObjectNode body = call.json();
        int limit = body.path("limit").asInt(DEFAULT_SEARCHED);
        if (limit < 1 || limit > MAX_SEARCHED) {
            throw ApiError.badRequest("limit must be between 1 and " + MAX_SEARCHED + ", got " + limit);
        }
        Predicate<Item> matching = Listing.matching(body, rules(call), related)
                .and(schema.searches().compile(body.path("search")));
        List<Item> found = new ArrayList<>();
        resource.index(call.lag()).byId().forEach(item -> {
            if (matching.test(item)) {
                found.add(item);
            }
            return found.size() < limit;
        });
        return Answer.ok(writer.page(found, null));
    }
}
