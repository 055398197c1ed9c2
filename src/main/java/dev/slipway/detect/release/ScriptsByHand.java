package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.PackCommand;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
            "deploy",
            "dev",
            "docker",
            "hack",
            "misc",
            "packaging",
            "release",
            "releasing",
            "script",
            "scripts",
            "tools",
            "util");

    private static final Set<String> ENDINGS =
            Set.of("sh", "bash", "zsh", "py", "rb", "mk", "ps1", "js", "mjs", "ts", "gradle");

    /** A line begins with the command, or with a variable, as in {@code $DRY_RUN docker push}. */
    private static final String START = "\\s*+[@-]?+(?:\\$\\{?+\\w{1,40}+}?+ |sudo )?+";

    private static final Pattern RELEASE = Pattern.compile(
            START + "(?:(?:gh|hub) release (?:create|upload)|github-release (?:release|upload)|ghr -).*+");

    /** The address that lists releases, too: only a script that uploads to one makes it. */
    private static final Pattern ADDRESS =
            Pattern.compile("api\\.github\\.com/repos/[^/ ]{1,100}+/[^/ ]{1,100}+/releases[\"' ]");

    private static final Pattern PUSH = Pattern.compile(START + "(?:docker|podman)(?: image)?+ push\\b.*+");
    private static final Pattern BUILD = Pattern.compile(START + "(?:docker|podman|buildah) .*+");

    /** The end of an address of a repository with formulae, which a script clones. */
    private static final String TAP = "/homebrew-";

    /** Parts of lines that update what people install from elsewhere. */
    private static final Map<String, String> UPDATES = Map.of(
            "brew bump-formula-pr ",
            "updates Homebrew",
            "brew bump-cask-pr ",
            "updates Homebrew",
            TAP,
            "updates Homebrew",
            "aur@aur.archlinux.org",
            "updates an Arch Linux package",
            "vendors.sdkman.io/",
            "updates SDKMAN");

    /** What the names of files that people download end with, in addition to archives. */
    private static final List<String> PROGRAMS =
            List.of(".jar", ".deb", ".rpm", ".dmg", ".msi", ".exe", ".appimage", ".vsix");

    private static final List<String> NAMES = List.of("release", "upload", "publish");

    private static final String RELEASES = "creates a release";
    private static final int MOST = 50;
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 200;
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
        Set<String> uploaded = new LinkedHashSet<>();
        boolean uploads = script.text().contains("upload_url") || script.text().contains("uploads.github.com");
        List<String> lines = script.lines();
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            String line = lines.get(at);
            while (line.endsWith("\\") && at + 1 < lines.size() && line.length() < LONGEST) {
                at++;
                line = line.substring(0, line.length() - 1) + lines.get(at);
            }
            if (line.length() < LONGEST) {
                work(line, uploads).ifPresent(what -> found.putIfAbsent(what, number));
                uploaded.addAll(uploaded(line));
            }
        }
        String names = uploaded.stream()
                .limit(MOST_NAMES)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", ", " with ", ""));
        String all = found.entrySet().stream()
                .map(work -> work.getKey() + " (line " + work.getValue() + ")"
                        + (work.getKey().equals(RELEASES) && !uploaded.isEmpty() ? names : ""))
                .collect(Collectors.joining(", "));
        boolean gradle = script.name().endsWith(".gradle");
        return found.isEmpty() || !gradle && isStarted(script.name())
                ? Optional.empty()
                : Optional.of("'" + script.name() + "' " + all
                        + (gradle ? ": if a task of it" : ", and no workflow names it: if it")
                        + " runs for a release, compare that with the config");
    }

    private static Optional<String> work(String line, boolean uploads) {
        boolean builds = BUILD.matcher(line).matches() && line.contains(" --push");
        if (builds || PUSH.matcher(line).matches()) {
            return Optional.of("pushes an image");
        }
        boolean comment = line.strip().matches("(?:#|//|echo ).*");
        boolean api = uploads && ADDRESS.matcher(line).find() || line.contains(".create_release(");
        if (RELEASE.matcher(line).matches() || api && !comment) {
            return Optional.of(RELEASES);
        }
        return UPDATES.entrySet().stream()
                .filter(update -> !comment
                        && line.contains(update.getKey())
                        && (!update.getKey().equals(TAP) || line.contains("git clone ")))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The names of the files that a command uploads, as the script writes them. */
    private static List<String> uploaded(String line) {
        boolean uploads = RELEASE.matcher(line).matches() || line.contains(".upload_asset(");
        List<String> words = uploads ? List.of(line.strip().split("[\\s\"'`=,;()]++")) : List.of();
        int name = words.indexOf("--name");
        return words.stream()
                .skip(name < 0 ? 0 : name + 1)
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .filter(word -> word.indexOf('*') < 0 && word.length() <= LONGEST_NAME)
                .filter(word -> !PackCommand.ending(word).isEmpty()
                        || PROGRAMS.stream().anyMatch(word.toLowerCase(Locale.ROOT)::endsWith))
                .limit(name < 0 ? MOST_NAMES : 1)
                .toList();
    }

    /** Whether a workflow names it; what make does is named by its targets alone. */
    private boolean isStarted(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String folder = slash < 0 ? "" : path.substring(0, slash);
        List<String> words = !isMakefile(name)
                ? List.of(name.indexOf('.') < 0 && slash >= 0 ? "/" + name : name)
                : folder.isEmpty()
                        ? List.of("make ")
                        : List.of(path, "-C " + folder, "cd " + folder, "directory: " + folder);
        return files.list(".github/workflows").stream()
                .flatMap(file -> files.read(".github/workflows/" + file).stream())
                .flatMap(text -> text.lines().stream())
                .filter(line -> !line.strip().startsWith("#"))
                .anyMatch(line -> words.stream().anyMatch(line::contains));
    }
}
