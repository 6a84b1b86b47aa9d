package org.cdfgateway.emulator;

import java.time.Clock;
import org.cdfgateway.emulator.category.CategoryCalls;
import org.cdfgateway.emulator.category.SecurityCategories;
import org.cdfgateway.emulator.datapoint.PointCalls;
import org.cdfgateway.emulator.datapoint.PointStore;
import org.cdfgateway.emulator.graph.GraphCalls;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.InstanceWrites;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.instance.Statistics;
import org.cdfgateway.emulator.journal.Occasions;
import org.cdfgateway.emulator.link.CoreLinks;
import org.cdfgateway.emulator.model.ModelCalls;
import org.cdfgateway.emulator.model.ModelState;
import org.cdfgateway.emulator.model.Models;
import org.cdfgateway.emulator.raw.RawCalls;
import org.cdfgateway.emulator.raw.RawStore;
import org.cdfgateway.emulator.resource.ClassicResources;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.sample.SampleContent;
import org.cdfgateway.emulator.sample.SampleModel;
import org.cdfgateway.emulator.sequence.RowCalls;
import org.cdfgateway.emulator.sequence.SequenceRows;
import org.cdfgateway.emulator.unit.UnitCalls;
import org.cdfgateway.emulator.unit.UnitCatalog;

/** Everything that is stored in the project, from its first state on. A reset replaces all of it. */
final class Content {

    private final SecurityCategories categories;
    private final ClassicResources resources;
    private final PointStore points;
    private final RawStore raw;
    private final SequenceRows rows;
    private final Instances instances;
    private final Models models;
    private final InstanceWrites instanceWrites;
    private final Clock clock;

    /** Generates the sample content that the settings ask for. */
    Content(EmulatorSettings settings, Occasions occasions) {
        IdSource ids = new IdSource(settings.seed());
        this.clock = occasions.clock();
        this.points = new PointStore();
        this.raw = new RawStore(clock);
        this.rows = new SequenceRows();
        this.categories = new SecurityCategories(ids);
        this.resources = new ClassicResources(
                ids,
                clock,
                occasions.chance(),
                UnitCatalog.standard()::quantityOf,
                categories::requireAll,
                points::deleteSeries,
                rows::deleteSequences);
        CoreLinks links = new CoreLinks(this::modelState, resources.seriesOfNodes(), resources.filesOfNodes());
        this.instances = new Instances(clock, links::changed);
        this.models = new Models(clock, instances::isUsed);
        this.instanceWrites = new InstanceWrites(models, instances);
        Volume volume = settings.volume();
        if (!volume.isEmpty()) {
            new SampleContent(resources, points, raw, rows, ids, settings.seed())
                    .load(volume.assets(), volume.events(), volume.timeSeries(), volume.rawRows());
            new SampleModel(models, instanceWrites, settings.seed()).load(volume.assets());
        }
    }

    private ModelState modelState() {
        return models.state();
    }

    void addTo(Routes routes) {
        new CategoryCalls(categories).addTo(routes);
        resources.addTo(routes);
        new PointCalls(resources, points, clock).addTo(routes);
        new RowCalls(resources, rows).addTo(routes);
        RawCalls.addTo(routes, raw, clock);
        ModelCalls.addTo(routes, models);
        instanceWrites.addTo(routes);
        GraphCalls.addTo(routes, models, instances, clock);
        new Statistics(models, instances).addTo(routes);
        UnitCalls.addTo(routes);
    }
}
