package org.cdfgateway.cdf.change;

import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.write.RowUpdate;

/** Knows how a resource wants its updates; may have to look at the items first. */
@FunctionalInterface
interface UpdateForms {

    /** What classic resources want. */
    UpdateForms CLASSIC = always(FieldForm.setOrClear(Clearing::classic));

    /** What extraction pipelines want: they have no {@code setNull}. */
    UpdateForms PIPELINES = always(FieldForm.setOrClear(Clearing::ofPipelines));

    FieldForm of(List<RowUpdate> updates, CdfAccess access);

    static UpdateForms always(FieldForm form) {
        return (updates, access) -> form;
    }
}
