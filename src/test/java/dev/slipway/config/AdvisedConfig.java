package dev.slipway.config;

import dev.slipway.Toolchains;
import dev.slipway.source.Document;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What advice tells people to write into their config: lines such as {@code 'tag: v*'} in a text. */
public final class AdvisedConfig {
    private static final Pattern LINE = Pattern.compile("(?<![\\w])'([a-z][a-z-]{1,40}: [^\\s'][^\\n']*)'(?![\\w'])");

    /** Keys of a workflow or its job, which no config has. */
    private static final String FOREIGN = "(?:if|on|needs|uses|run|with|fetch-depth|persist-credentials): .*";

    /** Where a key may belong: at the top, or in a group that a text names in words. */
    private static final List<String> GROUPS = List.of(
            "%s",
            "rust: { %s }",
            "go: { %s }",
            "maven: { %s }",
            "gradle: { %s }",
            "command: { build: make, bins: otto, %s }",
            "linux: { %s }",
            "macos: { %s }",
            "windows: { %s }",
            "archive: { %s }",
            "release: { %s }",
            "packages: { %s }",
            "docker: { %s }",
            "docs: { %s }",
            "ci: { %s }");

    private AdvisedConfig() {}

    /** The lines of a text that no config accepts. */
    public static List<String> refused(String text) {
        return lines(text)
                .filter(line -> GROUPS.stream().noneMatch(group -> accepted(group, line)))
                .toList();
    }

    /** The lines of a text that are for a config. */
    static Stream<String> lines(String text) {
        Matcher line = LINE.matcher(text);
        return line.results().map(found -> found.group(1)).filter(one -> !one.matches(FOREIGN));
    }

    private static boolean accepted(String group, String line) {
        String filled = group.replace("%s", line);
        String toolchain =
                Toolchains.READERS.keySet().stream().anyMatch(key -> filled.startsWith(key + ":")) ? "" : "rust: {}\n";
        SourceText config =
                new SourceText("slipway.yml", "name: otto\nrepository: otto-rs/otto\n" + toolchain + filled + "\n");
        try {
            return ConfigReader.read(Document.of(config, YamlReader.read(config)), Toolchains.READERS)
                    .problems()
                    .isEmpty();
        } catch (Rejected | InvalidSource refused) {
            return false;
        }
    }
}
