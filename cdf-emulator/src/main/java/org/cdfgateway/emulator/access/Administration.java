package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.journal.Change;
import org.cdfgateway.emulator.journal.Recording;

/**
 * Takes down what is changed from outside of CDF's API, as the requests to the control API that have the same effect.
 * For any number of threads.
 */
final class Administration {

    private final Recording recording;

    Administration(Recording recording) {
        this.recording = recording;
    }

    /** @param work is not taken down when it throws */
    <T> T change(String method, String path, ObjectNode body, Supplier<T> work) {
        return recording.alone(() -> {
            T result = work.get();
            recording.keep(Change.ofControl(method, path, body.toString().getBytes(StandardCharsets.UTF_8)));
            return result;
        });
    }

    void change(String method, String path, ObjectNode body, Runnable work) {
        String unused = change(method, path, body, () -> {
            work.run();
            return "";
        });
    }

    void delete(String path, Runnable work) {
        change("DELETE", path, Json.newObject(), work);
    }

    static String pathOf(String clientId) {
        return "/clients/" + URLEncoder.encode(clientId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
