package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a script of {@code actions/github-script} uploads to a release: files that it reads by name, or those of a folder that
 * begin or end with a text.
 *
 * @see <a href="https://docs.github.com/en/rest/releases/assets#upload-a-release-asset">Upload a release asset</a>
 */
record ScriptUpload(String script) {
    /** The call of the API. */
    static final String CALL = "uploadReleaseAsset";

    private static final Pattern FOLDER = Pattern.compile("readdir(?:Sync)?\\(\\s*+['\"`]([^'\"`$]++)['\"`]");
    private static final Pattern FILE = Pattern.compile("readFile(?:Sync)?\\(\\s*+['\"`]([^'\"`$]++)['\"`]");
    private static final Pattern START = Pattern.compile("\\.startsWith\\(\\s*+['\"`]([^'\"`$]++)['\"`]");
    private static final Pattern END = Pattern.compile("\\.endsWith\\(\\s*+['\"`]([^'\"`$]++)['\"`]");

    /** Empty for any other step. */
    static Optional<ScriptUpload> of(DryStep step) {
        String script = step.with().getOrDefault("script", "");
        return Optional.of(new ScriptUpload(script))
                .filter(upload -> step.action().equals("actions/github-script") && script.contains(CALL));
    }

    /** The paths and patterns; one that is not known if it puts them together. */
    Stream<String> paths() {
        List<String> folders = all(FOLDER);
        List<String> files = all(FILE);
        if (folders.size() == 1) {
            return Stream.of(folders.get(0) + "/" + first(START) + "*" + first(END));
        }
        return files.isEmpty() ? Stream.of(Symbols.UNKNOWN) : files.stream();
    }

    private String first(Pattern pattern) {
        return all(pattern).stream().findFirst().orElse("");
    }

    private List<String> all(Pattern pattern) {
        Matcher matcher = pattern.matcher(script);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
