package org.cdfgateway.emulator.schema;

/** What a request may do with a field; a field without rules is read-only. */
public enum FieldRule {
    /** Must be given on create. */
    REQUIRED,
    /** May be given on create. */
    OPTIONAL,
    /** Update with <code>{"set": value}</code>. */
    SET,
    /** Update with <code>{"setNull": true}</code>. */
    SET_NULL,
    /** Update with <code>{"set": null}</code>. */
    CLEAR,
    /** Update with <code>{"add": ..., "remove": ...}</code>. */
    ADD_REMOVE,
    /** Update with <code>{"modify": ...}</code> besides the last. */
    MODIFY,
    /** Update also of what is a node of data modeling. */
    OF_NODES
}
