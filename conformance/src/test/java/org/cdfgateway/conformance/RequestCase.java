package org.cdfgateway.conformance;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request and what is expected of its answer.
 *
 * @param path as called, without the project's part
 * @param template the path in the description
 * @param status 0 for any that means success
 * @param fits whether the description is right about the answer
 */
record RequestCase(String method, String path, String template, int status, String body, boolean fits) {

    private static final Pattern LINE = Pattern.compile(
            "(?<wrong>! )?(?<method>[A-Z]+) (?<path>\\S+)( as (?<template>\\S+))?( = (?<status>\\d+))?( (?<body>\\{.*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\$([a-zA-Z]+)");

    /** A line {@code [!] METHOD path [as template] [= status] [body]}. */
    static RequestCase parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a request: " + line);
        }
        String path = parts.group("path");
        String template = parts.group("template");
        String status = parts.group("status");
        String body = parts.group("body");
        return new RequestCase(
                parts.group("method"),
                path,
                template == null ? path.replaceAll("\\?.*", "") : template,
                status == null ? 0 : Integer.parseInt(status),
                body == null ? "" : body,
                parts.group("wrong") == null);
    }

    /** With values for the names behind dollar signs. */
    RequestCase with(Map<String, String> values) {
        return new RequestCase(method, filled(path, values), template, status, filled(body, values), fits);
    }

    private static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }

    boolean accepts(int answered) {
        return status == 0 ? answered >= 200 && answered < 300 : answered == status;
    }

    /** Inspection of a token belongs to no project. */
    String root() {
        return path.startsWith("/token") ? "/api/v1" : "/api/v1/projects/demo";
    }

    @Override
    public String toString() {
        return method + " " + path + " " + body;
    }
}
