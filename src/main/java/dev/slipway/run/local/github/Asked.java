package dev.slipway.run.local.github;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to GitHub's REST API.
 *
 * @param path the parts of the address, decoded: {@code repos}, {@code otto-rs}, {@code otto}
 * @param job the job that asks; empty if unknown
 */
record Asked(String method, List<String> path, Map<String, String> query, ObjectNode body, Access access, String job) {
    Asked {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** @param address what follows the host, such as {@code repos/otto-rs/otto/releases?per_page=1} */
    static Asked of(String method, String address, ObjectNode body, Access access, String job) {
        int mark = address.indexOf('?');
        Map<String, String> query = new HashMap<>();
        if (mark >= 0) {
            for (String pair : address.substring(mark + 1).split("&")) {
                int sign = pair.indexOf('=');
                query.put(
                        sign < 0 ? pair : decoded(pair.substring(0, sign)),
                        sign < 0 ? "" : decoded(pair.substring(sign + 1)));
            }
        }
        List<String> path = Stream.of((mark < 0 ? address : address.substring(0, mark)).split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> decoded(part.replace("+", "%2B")))
                .toList();
        return new Asked(method, path, query, body, access, job);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean is(String verb) {
        return method.equals(verb);
    }

    /** The parts from one on, as a text: the name of a tag, the path of a file. */
    String from(int part) {
        return String.join("/", path.subList(Math.min(part, path.size()), path.size()));
    }

    /** Whether the path continues like this after a part. */
    boolean goesOn(int from, String... parts) {
        return path.size() >= from + parts.length
                && path.subList(from, from + parts.length).equals(List.of(parts));
    }

    /** A text of the body, if it is there. */
    Optional<String> text(String key) {
        return Optional.ofNullable(body.get(key))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString);
    }

    Optional<Boolean> flag(String key) {
        return text(key).map(Boolean::valueOf);
    }

    String needed(String key) {
        return text(key).orElseThrow(() -> new Refused(422, "Invalid request.\n\n\"" + key + "\" wasn't supplied."));
    }

    /** The request as people write it: {@code GET repos/otto-rs/otto}. */
    String line() {
        return method + " " + from(0);
    }
}
