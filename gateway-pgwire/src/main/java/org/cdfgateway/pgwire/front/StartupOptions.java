package org.cdfgateway.pgwire.front;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** The start-up parameter {@code options}: {@code -c name=value --name=value}, white space escaped by backslashes. */
final class StartupOptions {

    private StartupOptions() {}

    /**
     * The settings, in their order.
     *
     * @throws GatewayException SYNTAX_ERROR for anything but settings
     */
    static Map<String, String> settings(String options) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<String> words = words(options);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-c") && i + 1 < words.size()) {
                i++;
                add(words.get(i), settings);
            } else if (word.startsWith("--") || (word.startsWith("-c") && word.length() > 2)) {
                add(word.substring(2), settings);
            } else {
                throw invalid(word);
            }
        }
        return settings;
    }

    private static void add(String assignment, Map<String, String> settings) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw invalid(assignment);
        }
        // PostgreSQL does the same: --search-path is search_path.
        settings.put(assignment.substring(0, equals).replace('-', '_'), assignment.substring(equals + 1));
    }

    private static List<String> words(String options) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < options.length(); i++) {
            char c = options.charAt(i);
            if (isSpace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
                continue;
            }
            if (c == '\\' && i + 1 < options.length()) {
                i++;
            }
            word.append(options.charAt(i));
            inWord = true;
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static GatewayException invalid(String word) {
        return new GatewayException(ErrorKind.SYNTAX_ERROR, "invalid command-line argument for server process: " + word)
                .withHint("Options may only hold settings: -c name=value.");
    }
}
