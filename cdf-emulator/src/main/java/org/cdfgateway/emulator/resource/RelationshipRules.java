package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.RelationshipSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.RelationshipSchema.END_TIME;
import static org.cdfgateway.emulator.resource.RelationshipSchema.LABELS;
import static org.cdfgateway.emulator.resource.RelationshipSchema.START_TIME;

import java.util.List;
import org.cdfgateway.emulator.http.ApiError;

/** What a relationship must keep; its ends are not looked at. */
record RelationshipRules(ReferenceChecks checks) implements WriteRules {

    @Override
    public void complete(List<Draft> drafts, long now) {
        for (Draft draft : drafts) {
            Long start = draft.number(START_TIME);
            Long end = draft.number(END_TIME);
            if (start != null && end != null && end < start) {
                throw ApiError.badRequest("endTime must be after startTime: " + end + " < " + start);
            }
        }
        checks.dataSetsInList(drafts, DATA_SET_ID);
        checks.labels(drafts, LABELS);
    }
}
