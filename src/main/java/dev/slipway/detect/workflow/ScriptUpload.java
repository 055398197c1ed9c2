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

    /** A name without anything that only the script knows. */
    private static final Pattern NAME = Pattern.compile("\\bname:\\s*+(['\"`])([^'\"`$]{1,200}+)\\1");

    /** A name that a template gives to a file, and not the name that the file has. */
    private static final Pattern TEMPLATE = Pattern.compile("\\bname:\\s*+`([^`]{1,200}+)`");

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
            Optional<String> template = template();
            if (template.isPresent()) {
                return template.stream();
            }
            return Stream.of(folders.get(0) + "/" + first(START) + "*" + first(END));
        }
        return files.isEmpty() ? Stream.of(Symbols.UNKNOWN) : files.stream();
    }

    /** The name with which files are uploaded, with a symbol for each part that the script computes. */
    private Optional<String> template() {
        String call = script.substring(script.indexOf(CALL));
        return TEMPLATE.matcher(call)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .filter(name -> !name.matches("\\$\\{[^{}]*+\\}"))
                .map(name -> name.replaceAll("\\$\\{[^{}]*+\\}", Matcher.quoteReplacement(Symbols.UNKNOWN))
                        .replace(' ', '.'));
    }

    /** The name that the only file gets, if it is another than its own. */
    Optional<String> name() {
        List<String> names = NAME.matcher(script.substring(script.indexOf(CALL)))
                .results()
                .map(found -> found.group(2))
                .toList();
        return names.size() == 1 && all(FILE).size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private String first(Pattern pattern) {
        return all(pattern).stream().findFirst().orElse("");
    }

    private List<String> all(Pattern pattern) {
        Matcher matcher = pattern.matcher(script);
        return matcher.results().map(found -> found.group(1)).toList();
    }
}
