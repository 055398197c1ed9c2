package dev.slipway.detect.release;

import dev.slipway.shell.PackCommand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line of a script that nobody follows, and what people would get by it.
 *
 * @param line with the lines that continue it
 */
record ScriptLine(String line) {
    static final String RELEASES = "creates a release";

    /** What a script for releases does whose files people upload themselves. */
    static final String PACKS = "packs archives";

    /** A line begins with the command, with a variable, as in {@code $DRY_RUN docker push}, or with what starts the command. */
    private static final String START =
            "\\s*+[@-]?+(?:\\$\\{?+\\w{1,40}+}?+ |sudo |time |npx |bundle exec |(?:uv|poetry) run "
                    + "|mise x(?:ec)?+ -- |cargo (?:bin|gha) (?:mise x -- )?+)?+";

    private static final Pattern RELEASE = Pattern.compile(
            START + "(?:(?:gh|hub) release (?:create|upload)|github-release (?:release|upload)|ghr -).*+");

    /** The address that lists releases, too: only a script that uploads to one makes it. */
    private static final Pattern ADDRESS =
            Pattern.compile("api\\.github\\.com/repos/[^/ ]{1,100}+/[^/ ]{1,100}+/releases[\"' ]");

    private static final Pattern PUSH = Pattern.compile(START + "(?:docker|podman)(?: image)?+ push\\b.*+");
    /** Programs that publish packages, by their word for it. */
    private static final Map<String, Set<String>> PACKAGES = Map.of(
            "publish",
            Set.of(
                    "cargo", "npm", "pnpm", "yarn", "bun", "uv", "poetry", "flit", "hatch", "deno", "jsr", "dart",
                    "vsce"),
            "upload",
            Set.of("twine", "luarocks", "cabal"),
            "push",
            Set.of("gem", "choco", "nuget"));

    /** More words never stand before a program that others start. */
    private static final int MOST_BEFORE = 5;

    private static final Pattern BUILD = Pattern.compile(START + "(?:docker|podman|buildah) .*+");

    private static final Pattern PACK = Pattern.compile(
            START
                    + "(?:(?:zip|7za?|Compress-Archive|git archive) |(?:g?tar|bsdtar) (?:--(?!create\\b)[\\w=./-]{1,60}+ )*+(?:-?[abd-zA-Z]{0,8}+c|--create\\b)).*+");

    /** A path may begin with variables; a name that has some differs between platforms. */
    private static final Pattern GO_BUILD = Pattern.compile(
            "\\bgo build (?:[^|;&]{0,200} )?-o[ =][\"']?(?!/dev/)(?:[^\\s\"']{0,200}/)?([A-Za-z][\\w-]{0,60})(?:\\.exe)?(?=[\"'\\s;)]|$)");

    /** What a command of a loop, a condition or a case may have before it. */
    private static final Pattern BRANCH_OF =
            Pattern.compile("^\\s*+(?:(?:do|then|else)\\s++|[*?\\w.\"'|-]{1,80}+\\)\\s*+)");

    private static final Pattern GIT_PUSH = Pattern.compile(START + "git push .*+");

    /** A branch by its name, alone or as what a commit becomes; a tag is none. */
    private static final Pattern BRANCH = Pattern.compile(
            "(?:[\\w./-]{1,100}+:)?+(?:refs/heads/)?+(?!HEAD$|v?[0-9]|refs/)([A-Za-z][\\w./-]{0,100}+)");

    private static final Pattern COPY = Pattern.compile(
            START + "(?:aws s3 (?:cp|mv|sync)|gsutil(?: -\\w)*+ (?:cp|mv|rsync)|gcloud storage (?:cp|mv|rsync)) .*+");

    private static final Pattern BUCKET = Pattern.compile("(?:s3|gs)://[^/\\s\"']{1,200}+");

    /** The end of an address of a repository with formulae, which a script clones. */
    private static final String TAP = "/homebrew-";

    /** Words for systems in names, and of variables that hold one. */
    private static final List<String> SYSTEMS =
            List.of("linux", "darwin", "macos", "osx", "windows", "goos", "${os", "$os", "$(os", "platform");

    private static final List<String> PROCESSORS =
            List.of("amd64", "arm64", "x86_64", "aarch64", "x64", "arch", "platform");

    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 200;

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
            List.of(".jar", ".deb", ".rpm", ".dmg", ".pkg", ".msi", ".exe", ".appimage", ".apk", ".snap", ".vsix");

    /** What people get by it, in words; an address of releases is one only in a script that uploads. */
    Optional<String> work(boolean uploads) {
        if (pushesImage()) {
            return Optional.of("pushes an image");
        }
        if (commands().anyMatch(ScriptLine::publishes)) {
            return Optional.of("publishes a package");
        }
        Optional<String> copied = copied();
        if (copied.isPresent()) {
            return copied;
        }
        boolean comment = line.strip().matches("(?:#|//|echo ).*");
        boolean api = uploads && ADDRESS.matcher(line).find() || line.contains(".create_release(");
        if (any(RELEASE) || api && !comment) {
            return Optional.of(RELEASES);
        }
        return UPDATES.entrySet().stream()
                .filter(update -> !comment
                        && line.contains(update.getKey())
                        && (!update.getKey().equals(TAP)
                                || line.contains("git clone ")
                                || line.contains("gh repo clone ")))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether one of its commands pushes an image. */
    boolean pushesImage() {
        return any(PUSH) || any(BUILD) && line.contains(" --push");
    }

    /** Whether one of its commands is such a one. */
    private boolean any(Pattern command) {
        return commands().anyMatch(one -> command.matcher(one).matches());
    }

    private Stream<String> commands() {
        return Stream.of(line.split("&&|\\|\\||;"))
                .map(one -> BRANCH_OF.matcher(one).replaceFirst(""));
    }

    /** Whether a command publishes a package, perhaps behind programs that start it. */
    private static boolean publishes(String command) {
        List<String> words = List.of(command.strip().replaceFirst("^[@-]", "").split("\\s++"));
        boolean tries = words.contains("--dry-run")
                || words.contains("-n")
                || words.get(0).matches("echo|printf|//.*+|#.*+|\\*");
        return !tries
                && IntStream.range(1, Math.min(words.size(), MOST_BEFORE))
                        .anyMatch(at ->
                                PACKAGES.getOrDefault(words.get(at), Set.of()).contains(words.get(at - 1)));
    }

    /** Where a command copies files to; what follows the address can only be options. */
    private Optional<String> copied() {
        if (!COPY.matcher(line).matches()) {
            return Optional.empty();
        }
        List<String> words = List.of(line.strip().split("[\\s\"']++"));
        int verb = (int)
                words.stream().takeWhile(word -> !word.matches("cp|mv|r?sync")).count();
        int target = words.size() - 1;
        while (target > verb && words.get(target).matches("[-$].*")) {
            target--;
        }
        Matcher bucket = BUCKET.matcher(words.get(target));
        boolean source =
                words.subList(Math.min(verb + 1, target), target).stream().anyMatch(word -> !word.startsWith("-"));
        return bucket.lookingAt() && source
                ? Optional.of("copies files to '" + bucket.group() + "'")
                : Optional.empty();
    }

    /** The branch that it pushes by name; many do that without a release. */
    Optional<String> branch() {
        if (!GIT_PUSH.matcher(line).matches() || line.matches(".* (?:--delete|-d|--dry-run|-n)(?: .*)?")) {
            return Optional.empty();
        }
        String push = line.substring(line.indexOf("git push") + 8).strip();
        return Stream.of(push.split("[\\s\"']++"))
                .takeWhile(word -> !word.matches("[#&|;>].*"))
                .filter(word -> !word.startsWith("-"))
                .skip(1)
                .map(BRANCH::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(name -> "pushes to the branch '" + name.group(1) + "'");
    }

    /** Whether it packs files into an archive. */
    boolean packs() {
        return any(PACK);
    }

    /** What Go calls the program that it builds, if a line says that: {@code kelp} of {@code go build -o bin/kelp.exe}. */
    Optional<String> program() {
        Matcher built = GO_BUILD.matcher(line);
        return built.find() && !line.strip().startsWith("#") ? Optional.of(built.group(1)) : Optional.empty();
    }

    /** Whether the name of a file says a system and a processor, be it by variables: what people download has such names. */
    static boolean isOfAPlatform(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return SYSTEMS.stream().anyMatch(low::contains) && PROCESSORS.stream().anyMatch(low::contains);
    }

    /** The names of the archives that a line packs, or of files that a command uploads, as the script writes them. */
    List<String> uploaded() {
        boolean uploads = any(RELEASE) || line.contains(".upload_asset(");
        List<String> words = uploads || packs() ? List.of(line.strip().split("[\\s\"'`=,;()]++")) : List.of();
        int name = words.indexOf("--name");
        return words.stream()
                .skip(name < 0 ? 0 : name + 1)
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .filter(word -> word.indexOf('*') < 0 && word.length() <= LONGEST_NAME)
                .filter(word -> !PackCommand.ending(word).isEmpty()
                        || uploads && PROGRAMS.stream().anyMatch(word.toLowerCase(Locale.ROOT)::endsWith))
                .limit(name < 0 ? MOST_NAMES : 1)
                .toList();
    }
}
