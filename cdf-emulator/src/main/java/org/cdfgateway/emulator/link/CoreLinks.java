package org.cdfgateway.emulator.link;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.ModelState;
import org.cdfgateway.emulator.resource.FileSchema;
import org.cdfgateway.emulator.resource.NodeItems;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.jspecify.annotations.Nullable;

/**
 * Gives every node with values in {@code CogniteTimeSeries} or {@code CogniteFile} of the space {@code cdf_cdm} a time
 * series or a file, which change and go with it (reference/cdf-api-data.md section 8).
 */
public final class CoreLinks {

    private static final String SPACE = "cdf_cdm";
    private static final DefinitionId TIME_SERIES = DefinitionId.container(SPACE, "CogniteTimeSeries");
    private static final DefinitionId FILE = DefinitionId.container(SPACE, "CogniteFile");
    private static final DefinitionId DESCRIBABLE = DefinitionId.container(SPACE, "CogniteDescribable");

    private final Supplier<ModelState> models;
    private final NodeItems timeSeries;
    private final NodeItems files;

    /** @param models asked for whenever nodes have changed */
    public CoreLinks(Supplier<ModelState> models, NodeItems timeSeries, NodeItems files) {
        this.models = models;
        this.timeSeries = timeSeries;
        this.files = files;
    }

    /**
     * Told of every change of instances.
     *
     * @param removed what is no longer as it was
     * @param living what is there instead
     */
    public void changed(Collection<Instance> removed, Collection<Instance> living) {
        follow(removed, living, TIME_SERIES, timeSeries, this::seriesOf);
        follow(removed, living, FILE, files, this::fileOf);
    }

    private void follow(
            Collection<Instance> removed,
            Collection<Instance> living,
            DefinitionId container,
            NodeItems items,
            Function<Instance, Map<Field, @Nullable Object>> values) {
        Set<InstanceId> present = new HashSet<>();
        for (Instance node : living) {
            if (isOf(node, container)) {
                present.add(node.id());
                items.put(key(node), values.apply(node));
            }
        }
        for (Instance node : removed) {
            if (isOf(node, container) && !present.contains(node.id())) {
                items.remove(key(node));
            }
        }
    }

    private static boolean isOf(Instance instance, DefinitionId container) {
        return instance.kind() == InstanceKind.NODE
                && instance.rows().stream().anyMatch(row -> row.container().equals(container));
    }

    private static InstanceKey key(Instance node) {
        return new InstanceKey(node.id().space(), node.id().externalId());
    }

    private Map<Field, @Nullable Object> seriesOf(Instance node) {
        Map<Field, @Nullable Object> values = new HashMap<>();
        values.put(TimeSeriesSchema.NAME, value(node, DESCRIBABLE, "name"));
        values.put(TimeSeriesSchema.DESCRIPTION, value(node, DESCRIBABLE, "description"));
        values.put(TimeSeriesSchema.IS_STRING, "string".equals(value(node, TIME_SERIES, "type")));
        values.put(TimeSeriesSchema.IS_STEP, Boolean.TRUE.equals(value(node, TIME_SERIES, "isStep")));
        values.put(TimeSeriesSchema.UNIT, value(node, TIME_SERIES, "sourceUnit"));
        Object unit = value(node, TIME_SERIES, "unit");
        values.put(TimeSeriesSchema.UNIT_EXTERNAL_ID, unit instanceof InstanceId id ? id.externalId() : null);
        return values;
    }

    private Map<Field, @Nullable Object> fileOf(Instance node) {
        Map<Field, @Nullable Object> values = new HashMap<>();
        Object name = value(node, DESCRIBABLE, "name");
        values.put(FileSchema.NAME, name == null ? node.id().externalId() : name);
        values.put(FileSchema.MIME_TYPE, value(node, FILE, "mimeType"));
        values.put(FileSchema.DIRECTORY, value(node, FILE, "directory"));
        return values;
    }

    private @Nullable Object value(Instance node, DefinitionId id, String name) {
        Container container = models.get().requireContainer(id);
        ContainerProperty property = container.property(name);
        return property == null ? null : node.value(container, property);
    }
}
