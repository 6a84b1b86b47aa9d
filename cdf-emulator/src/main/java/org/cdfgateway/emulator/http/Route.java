package org.cdfgateway.emulator.http;

/**
 * One call of the API.
 *
 * @param label method and path as the documentation writes them, for example {@code POST /assets/list}
 * @param template the whole path, variables in braces
 */
record Route(String label, String method, String template, Admission admission, Endpoint endpoint) {

    boolean changes() {
        return Effect.of(method, template) == Effect.CHANGES;
    }
}
