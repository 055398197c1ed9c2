package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds scripts that release something and that no workflow starts, so that people run them. They are not followed. */
record ScriptsByHand(RepositoryFiles files) {
    private static final List<String> FOLDERS = List.of(
            ".",
            "bin",
            "build",
            "ci",
            "contrib",
            "dev",
            "hack",
            "misc",
            "release",
            "releasing",
            "script",
            "scripts",
            "tools",
            "util");

    private static final Set<String> ENDINGS = Set.of("sh", "bash", "zsh", "py", "rb", "mk", "ps1", "js", "mjs", "ts");

    /** A line begins with the command, or with a variable, as in {@code $DRY_RUN docker push}. */
    private static final String START = "\\s*+[@-]?+(?:\\$\\{?+\\w{1,40}+}?+ |sudo )?+";

    private static final Pattern RELEASE = Pattern.compile(
            START + "(?:(?:gh|hub) release (?:create|upload)|github-release (?:release|upload)|ghr -).*+");

    /** The address that lists releases, too: only a script that uploads to one makes it. */
    private static final Pattern ADDRESS =
            Pattern.compile("api\\.github\\.com/repos/[^/ ]{1,100}+/[^/ ]{1,100}+/releases[\"' ]");

    private static final Pattern PUSH = Pattern.compile(START + "(?:docker|podman)(?: image)?+ push\\b.*+");
    private static final Pattern BUILD = Pattern.compile(START + "(?:docker|podman|buildah) .*+");

    private static final List<String> NAMES = List.of("release", "upload", "publish");

    private static final int MOST = 50;
    private static final int LONGEST = 1000;

    /** A question for each script, with the first line of each work. */
    Takeover takeover() {
        List<Takeover.Open> open = FOLDERS.stream()
                .flatMap(folder -> files.list(folder).stream()
                        .filter(ScriptsByHand::isScript)
                        .map(name -> folder.equals(".") ? name : folder + "/" + name))
                .filter(files::has)
                .limit(MOST)
                .flatMap(path -> files.read(path).stream())
                .flatMap(script -> said(script).stream())
                .map(text -> new Takeover.Open("releases", text))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static boolean isScript(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        boolean plain = low.indexOf('.') < 0;
        return ENDINGS.contains(low.substring(low.lastIndexOf('.') + 1))
                || plain && (NAMES.stream().anyMatch(low::contains) || isMakefile(low));
    }

    private static boolean isMakefile(String name) {
        return name.equalsIgnoreCase("makefile") || name.equals("GNUmakefile");
    }

    private Optional<String> said(SourceText script) {
        Map<String, Integer> found = new LinkedHashMap<>();
        boolean uploads = script.text().contains("upload_url") || script.text().contains("uploads.github.com");
        List<String> lines = script.lines();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            int number = at + 1;
            if (line.length() < LONGEST) {
                work(line, uploads).ifPresent(what -> found.putIfAbsent(what, number));
            }
        }
        String all = found.entrySet().stream()
                .map(work -> work.getKey() + " (line " + work.getValue() + ")")
                .collect(Collectors.joining(", "));
        return found.isEmpty() || isStarted(script.name())
                ? Optional.empty()
                : Optional.of("'" + script.name() + "' " + all
                        + ", and no workflow starts it: if people run it for a release, compare that with the config");
    }

    private static Optional<String> work(String line, boolean uploads) {
        boolean builds = BUILD.matcher(line).matches() && line.contains(" --push");
        if (builds || PUSH.matcher(line).matches()) {
            return Optional.of("pushes an image");
        }
        boolean comment = line.strip().matches("(?:#|//|echo ).*");
        if (RELEASE.matcher(line).matches()
                || uploads && !comment && ADDRESS.matcher(line).find()) {
            return Optional.of("creates a release");
        }
        return !comment && (line.contains("brew bump-formula-pr ") || line.contains("brew bump-cask-pr "))
                ? Optional.of("updates Homebrew")
                : Optional.empty();
    }

    /** Whether a workflow names it; what make does is named by its targets alone. */
    private boolean isStarted(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String word = isMakefile(name) ? "make " : name;
        return files.list(".github/workflows").stream()
                .flatMap(file -> files.read(".github/workflows/" + file).stream())
                .anyMatch(text -> text.text().contains(word));
    }
}
