package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.CommandResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code gh api} does: a request to the REST API. */
final class GhApi {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(owner|repo|branch)}|:(owner|repo|branch)\\b");
    private static final Pattern FIELD =
            Pattern.compile("([^\\[\\]=]+)((?:\\[[^\\[\\]=]*])*)(?:=(.*))?", Pattern.DOTALL);

    private final GhContext context;
    private final Flags.Given given;

    GhApi(GhContext context) {
        this.context = context;
        this.given = context.given();
    }

    CommandResult run() {
        if (given.words().size() != 1) {
            throw new Failure("accepts 1 arg(s), received " + given.words().size());
        }
        checkFlags();
        ObjectNode fields = fields();
        String method = given.text("method")
                .orElse(fields.isEmpty() && !given.has("input") ? "GET" : "POST")
                .toUpperCase(Locale.ROOT);
        String address = filled(given.words().get(0)).replaceFirst("^https://api\\.github\\.com/", "");
        ObjectNode body = given.text("input").map(this::input).orElse(fields);
        boolean inAddress = method.equals("GET") || given.has("input");
        if (inAddress && !fields.isEmpty()) {
            address += (address.contains("?") ? "&" : "?")
                    + fields.propertyStream()
                            .map(field -> field.getKey() + "=" + Builtin.text(field.getValue()))
                            .collect(Collectors.joining("&"));
        }
        Asked asked = Asked.of(method, address, body, context.access(), context.job());
        try {
            JsonNode answer = new Rest(context.gitHub()).answer(asked);
            if (asked.is("GET")) {
                context.record(new Effect.Other("requested " + asked.from(0)));
            }
            boolean nothing = asked.is("DELETE");
            return CommandResult.of(nothing || given.is("silent") ? "" : shown(answer));
        } catch (Refused e) {
            context.record(new Effect.Other((asked.is("GET") ? "requested " : "request failed: " + method + " ")
                    + asked.from(0) + ": " + e.status() + " " + e.message()));
            return new CommandResult(1, given.is("silent") ? "" : Json.write(json(e)), message(e));
        }
    }

    private void checkFlags() {
        if (given.has("paginate")
                && given.text("method")
                        .filter(verb -> !verb.equalsIgnoreCase("GET"))
                        .isPresent()) {
            throw new Failure("the `--paginate` option is not supported for non-GET requests");
        }
        long ways = Stream.of("verbose", "silent", "jq", "template")
                .filter(given::has)
                .count();
        if (ways > 1) {
            throw new Failure("only one of `--template`, `--jq`, `--silent`, or `--verbose` may be used");
        }
        context.noTemplate();
        for (String flag : List.of("include", "slurp", "verbose", "hostname")) {
            if (given.has(flag)) {
                throw Failure.noStandIn("gh api --" + flag);
            }
        }
    }

    private String shown(JsonNode answer) {
        return given.has("jq") ? context.printed(answer) : Json.write(answer);
    }

    static ObjectNode json(Refused refused) {
        ObjectNode json = Json.object().put("message", refused.message());
        if (!refused.detail().isEmpty()) {
            json.putArray("errors").addObject().put("message", refused.detail());
        }
        return json.put("documentation_url", "https://docs.github.com/rest")
                .put("status", String.valueOf(refused.status()));
    }

    private static String message(Refused refused) {
        return "gh: " + refused.message() + " (HTTP " + refused.status() + ")\n"
                + (refused.detail().isEmpty() ? "" : refused.detail() + "\n");
    }

    private ObjectNode input(String file) {
        return Json.read(context.read(file))
                .filter(JsonNode::isObject)
                .map(JsonNode::asObject)
                .orElseThrow(() -> new Failure("gh: Problems parsing JSON (HTTP 400)"));
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String name = Optional.ofNullable(match.group(1)).orElseGet(() -> match.group(2));
            String value = switch (name) {
                case "owner" -> context.repository().replaceFirst("/.*", "");
                case "repo" -> context.repository().replaceFirst("^.*/", "");
                default -> throw Failure.noStandIn("gh api with {branch}");
            };
            return Matcher.quoteReplacement(value);
        });
    }

    private ObjectNode fields() {
        ObjectNode fields = Json.object();
        given.all("raw-field").forEach(field -> put(fields, field, false));
        given.all("field").forEach(field -> put(fields, field, true));
        return fields;
    }

    /** Adds {@code key=value}, {@code key[inner]=value}, or {@code key[]=value} for another item of a list. */
    private void put(ObjectNode fields, String field, boolean typed) {
        Matcher parts = FIELD.matcher(field);
        if (!parts.matches()) {
            throw new Failure("invalid key: \"" + field + "\"");
        }
        Optional<String> text = Optional.ofNullable(parts.group(3));
        String key = parts.group(1);
        String inner = parts.group(2);
        if (text.isEmpty() && !inner.endsWith("[]")) {
            throw new Failure("field \"" + field + "\" requires a value separated by an '=' sign");
        }
        ObjectNode value = Json.object();
        text.ifPresent(written -> {
            if (typed) {
                value.set("", magic(written));
            } else {
                value.put("", written);
            }
        });
        if (inner.isEmpty()) {
            if (fields.has(key)) {
                throw new Failure("unexpected override existing field under \"" + key + "\"");
            }
            fields.set(key, value.path(""));
        } else if (inner.equals("[]")) {
            ArrayNode list = fields.withArray(key);
            text.ifPresent(written -> list.add(value.path("")));
        } else if (inner.indexOf(']') == inner.length() - 1) {
            fields.withObject("/" + key).set(inner.substring(1, inner.length() - 1), value.path(""));
        } else {
            throw Failure.noStandIn("gh api --field " + key + inner);
        }
    }

    /** The value of {@code --field}: a word or number of JSON, what a file says, or a text. */
    private JsonNode magic(String text) {
        ObjectNode value = Json.object();
        if (text.startsWith("@")) {
            value.put("", context.read(text.substring(1)));
        } else if (text.matches("true|false")) {
            value.put("", Boolean.parseBoolean(text));
        } else if (text.equals("null")) {
            value.putNull("");
        } else if (text.matches("-?[0-9]{1,18}")) {
            value.put("", Long.parseLong(text));
        } else {
            value.put("", filled(text));
        }
        return value.path("");
    }
}
