package org.cdfgateway.emulator.graph;

import java.time.Clock;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.instance.Instances;
import org.cdfgateway.emulator.model.Models;

/** All HTTP calls that read instances: reference/cdf-api-data.md section 11.6. */
public final class GraphCalls {

    private GraphCalls() {}

    public static void addTo(Routes routes, Models models, Instances instances, Clock clock) {
        Admission read = Admission.needs("dataModelInstancesAcl", "READ").and("dataModelsAcl", "READ");
        new ListCalls(models, instances).addTo(routes, read);
        new SearchCalls(models, instances).addTo(routes, read);
        new InspectCalls(models, instances).addTo(routes, read);
        new QueryCalls(models, instances, new ChangeFeed(clock)).addTo(routes, read);
    }
}
