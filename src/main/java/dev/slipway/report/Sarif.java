package dev.slipway.report;

import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Findings as code scanning takes them.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a
 *     href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">what
 *     GitHub reads of it</a>
 */
final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Tool tool;
    private final List<Result> results;
    private final Map<String, RuleInfo> rules = new LinkedHashMap<>();

    /**
     * One finding.
     *
     * @param line the text that it is about, by which it is known again when lines move
     */
    record Result(String rule, Severity severity, String file, Span span, String message, String line) {
        String hash() {
            try {
                byte[] text = String.join("\n", rule, message, line.strip()).getBytes(StandardCharsets.UTF_8);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
                return HexFormat.of().formatHex(digest, 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    private Sarif(Tool tool, List<Result> results) {
        this.tool = tool;
        this.results = results;
        tool.rules().forEach(rule -> rules.put(rule.id(), rule));
        results.forEach(result -> rules.computeIfAbsent(result.rule(), id -> RuleInfo.of(id, id)));
    }

    static String of(Tool tool, List<Result> results) {
        return new Sarif(tool, results).log();
    }

    private String log() {
        return Json.of(json -> json.put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .list(
                        "runs",
                        List.of(tool),
                        run -> json.object("tool", it -> it.object("driver", this::driver))
                                .put("columnKind", "unicodeCodePoints")
                                .list("results", results, new Results(json)::write)));
    }

    private void driver(Json json) {
        json.put("name", "slipway")
                .put("semanticVersion", tool.version())
                .put("informationUri", Tool.HOME)
                .list(
                        "rules",
                        rules.values(),
                        rule -> json.put("id", rule.id())
                                .object("shortDescription", text -> text.put("text", rule.summary()))
                                .put("helpUri", rule.page()));
    }

    /** Writes results, and counts those that are alike. */
    private final class Results {
        private final List<String> ids = List.copyOf(rules.keySet());
        private final Map<String, Integer> alike = new HashMap<>();
        private final Json json;

        Results(Json json) {
            this.json = json;
        }

        void write(Result result) {
            String hash = result.hash();
            json.put("ruleId", result.rule())
                    .put("ruleIndex", ids.indexOf(result.rule()))
                    .put("level", result.severity().word())
                    .object("message", it -> it.put("text", result.message()))
                    .list("locations", List.of(result), it -> json.object("physicalLocation", place(result)))
                    .object(
                            "partialFingerprints",
                            it -> it.put(
                                    "primaryLocationLineHash",
                                    hash + ":" + alike.merge(result.file() + hash, 1, Integer::sum)));
        }

        private Consumer<Json> place(Result result) {
            Position start = result.span().start();
            return it -> it.object("artifactLocation", file -> file.put("uri", uri(result.file())))
                    .object(
                            "region",
                            region -> region.put("startLine", start.line())
                                    .put("startColumn", start.column())
                                    .put(
                                            "endColumn",
                                            start.column() + result.span().length()));
        }
    }

    /** A path as a relative address: a blank or a colon in it would mean something else. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = unit >= '0' && unit <= '9'
                    || unit >= 'A' && unit <= 'Z'
                    || unit >= 'a' && unit <= 'z'
                    || "-._~/".indexOf(unit) >= 0;
            uri.append(plain ? String.valueOf((char) unit) : String.format("%%%02X", unit));
        }
        return uri.toString();
    }
}
