package org.cdfgateway.cdf.change;

import java.util.List;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.api.ResourcesApi;
import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;

/** Changes items of a classic resource; each request is carried out as a whole or not at all. */
final class ClassicUpdater implements RowUpdater {
    private final ChangedResource resource;
    private final ResourcesApi api;
    private final CallTimeouts timeouts;
    private final UpdateRules rules;
    private final UpdateForms forms;
    private final MissingKeys missingKeys;

    ClassicUpdater(
            ChangedResource resource, ResourcesApi api, CallTimeouts timeouts, RowCheck values, UpdateForms forms) {
        this.resource = resource;
        this.api = api;
        this.timeouts = timeouts;
        this.rules = new UpdateRules(resource.table(), values);
        this.forms = forms;
        this.missingKeys = new MissingKeys(
                new StoredItems(resource, api, timeouts), resource.table().name());
    }

    @Override
    public List<String> operations() {
        return List.of("POST /" + resource.path() + "/update");
    }

    @Override
    public int maxBatchRows() {
        return ClassicChanges.MAX_ITEMS;
    }

    @Override
    public int parallelism() {
        return ClassicChanges.PARALLEL_UPDATES;
    }

    @Override
    public boolean needsOnlyTheKey() {
        return true;
    }

    @Override
    public void check(RowUpdate update) {
        rules.check(update);
    }

    @Override
    public WriteOutcome update(List<RowUpdate> updates, MissingRows missing, CdfAccess access) {
        return missingKeys.send(updates, RowUpdate::key, missing, known -> send(known, access), access);
    }

    private List<Row> send(List<RowUpdate> updates, CdfAccess access) {
        return api.update(
                        access.project(),
                        resource.path(),
                        new JsonUpdates(updates, forms.of(updates, access)),
                        timeouts.start(operation(updates), access))
                .read(JsonRows.all(resource.table())::page)
                .rows();
    }

    /** An item that has lost the key it was named by would not be found a second time. */
    private Operation operation(List<RowUpdate> updates) {
        boolean changesKey = updates.stream()
                .anyMatch(update ->
                        update.columns().stream().anyMatch(update.key().key().columns()::contains));
        return changesKey ? resource.update().once() : resource.update();
    }
}
