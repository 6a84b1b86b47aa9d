package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One space, container, view or data model.
 *
 * @param json what was asked for, defaults filled in; not to be changed
 * @param isGlobal whether it belongs to the system, so that nobody can change it
 * @param serial grows from definition to definition; a definition that was deleted and made again has another one
 * @param layout where instances keep the values of a container's properties
 */
record Definition(
        DefinitionKind kind,
        DefinitionId id,
        ObjectNode json,
        boolean isGlobal,
        long createdTime,
        long lastUpdatedTime,
        long serial,
        Layout layout) {

    /** What everybody sees of every kind. */
    ObjectNode answer() {
        ObjectNode answer = json.deepCopy();
        return answer.put("createdTime", createdTime)
                .put("lastUpdatedTime", lastUpdatedTime)
                .put("isGlobal", isGlobal);
    }
}
