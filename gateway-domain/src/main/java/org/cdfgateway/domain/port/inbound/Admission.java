package org.cdfgateway.domain.port.inbound;

import java.util.Optional;

/**
 * What becomes of a text that a client wants to run.
 *
 * @param text what to hand to the engine, usually the same instance that came in
 * @param isLoneChange whether the text is exactly one statement, an UPDATE or DELETE
 * @param reachesStrictKeys whether running it may change {@link StrictKeys}, at once or later; true in doubt
 * @param rowInsert how to run the text for several rows at once; empty when it is anything else
 * @param dropsPrepared whether it takes prepared statements away
 */
public record Admission(
        String text,
        boolean isLoneChange,
        boolean reachesStrictKeys,
        Optional<RowInsert> rowInsert,
        boolean dropsPrepared) {}
