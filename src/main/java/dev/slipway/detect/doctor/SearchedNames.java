package dev.slipway.detect.doctor;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.published.AssetName;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts of names by which scripts pick a file from what GitHub answers, and by which programs update themselves.
 *
 * @see <a href="https://docs.rs/self_update/latest/self_update/">self_update</a>
 */
record SearchedNames(SourceText source, Setup setup) {
    private static final Pattern GREP =
            Pattern.compile("\\bgrep\\s{1,4}((?:-[\\w-]{1,20}\\s{1,4}){0,4})[\"']?([\\w.${}*\\\\+-]{3,80})[\"']?");
    private static final Pattern TARGET = Pattern.compile("\\.target\\(\\s{0,8}\"([\\w.-]{3,80})\"\\s{0,8}\\)");
    /** A target that a program chooses by itself, and not by what the library says. */
    private static final Pattern CHOSEN =
            Pattern.compile("\\.target\\(\\s{0,8}+(?!&?+(?:self_update::)?+get_target\\(\\))");

    private static final Pattern REPOSITORY =
            Pattern.compile("\\.repo_(?:owner|name)\\(\\s{0,8}+\"([\\w.-]{1,100}+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]{0,80}}|\\$\\w{1,60}");
    private static final List<String> SYSTEMS = List.of("linux", "macos", "windows");
    private static final List<String> PROCESSORS = List.of("x86_64", "aarch64");

    /** How many lines a command may go on for. */
    private static final int NEAR = 6;

    Stream<Advice> advice() {
        String text = source.text();
        boolean asks = text.contains("api.github.com/repos/")
                && text.toLowerCase(Locale.ROOT).contains(setup.repository().toLowerCase(Locale.ROOT));
        List<String> lines = source.lines();
        Stream<Advice> scripts = !asks
                ? Stream.of()
                : IntStream.range(0, lines.size())
                        .boxed()
                        .flatMap(line -> answer(lines, line)
                                ? GREP.matcher(lines.get(line))
                                        .results()
                                        .flatMap(found -> searched(found.group(1), found.group(2), line))
                                : Stream.of());
        Stream<Advice> programs = !text.contains("self_update")
                        || !source.name().endsWith(".rs")
                ? Stream.of()
                : Stream.concat(
                        IntStream.range(0, lines.size()).boxed().flatMap(line -> updated(lines.get(line), line)),
                        updatedByTriple(lines));
        return Stream.concat(scripts, programs);
    }

    /** Whether a line works on what GitHub has answered, and not on what the machine calls itself. */
    private static boolean answer(List<String> lines, int line) {
        String near = String.join("\n", lines.subList(Math.max(0, line - NEAR), line + 1));
        return !lines.get(line).contains("uname")
                && !lines.get(line).strip().startsWith("#")
                && (near.contains("browser_download_url") || near.contains("api.github.com"));
    }

    private Stream<Advice> searched(String options, String word, int line) {
        String plain = VARIABLE.matcher(word)
                .replaceAll("*")
                .replace("\\", "")
                .replace(".*", "*")
                .replaceFirst("\\$$", "");
        boolean any = options.contains("i");
        String wanted = any ? plain.toLowerCase(Locale.ROOT) : plain;
        boolean platform =
                !AssetName.of(plain.replace("*", "-"), "").platform().os().isEmpty();
        Wildcard pattern = Wildcard.of("*" + wanted.replaceAll("[{}+$]", "?") + "*", Wildcard.Dialect.SHELL);
        boolean found = !platform
                || options.matches(".*[vq].*|.*--.*")
                || setup.assets().stream()
                        .anyMatch(name -> pattern.matches(any ? name.toLowerCase(Locale.ROOT) : name));
        return found ? Stream.of() : Stream.of(missing(Severity.ERROR, word, line));
    }

    /** Newer versions also take a file whose name has the system and the processor as Rust calls them. */
    private Stream<Advice> updated(String text, int line) {
        Matcher target = TARGET.matcher(text);
        boolean lost = target.find()
                && setup.assets().stream()
                        .noneMatch(name -> name.contains(target.group(1))
                                || SYSTEMS.stream().anyMatch(name::contains)
                                        && PROCESSORS.stream().anyMatch(name::contains));
        return lost ? Stream.of(missing(Severity.WARNING, target.group(1), line)) : Stream.of();
    }

    /** An update that names no target, or the one of the library, looks for what the compiler calls the machine. */
    private Stream<Advice> updatedByTriple(List<String> lines) {
        String text = source.text();
        String[] parts = setup.repository().split("/", 2);
        boolean named = CHOSEN.matcher(text).find();
        boolean elsewhere = REPOSITORY
                .matcher(text)
                .results()
                .anyMatch(call -> !List.of(parts).contains(call.group(1)));
        int line = IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).contains("Update::configure("))
                .findFirst()
                .orElse(-1);
        return line < 0 || named || elsewhere || !text.contains("github")
                ? Stream.of()
                : setup.builds().stream()
                        .filter(build -> setup.assets().stream()
                                .noneMatch(name -> name.contains(build.triple())
                                        || name.contains(system(build.triple()))
                                                && name.contains(build.triple().replaceFirst("-.*", ""))))
                        .limit(1)
                        .map(build -> missing(Severity.WARNING, build.triple(), line));
    }

    /** What Rust calls a system at run time. */
    private static String system(String triple) {
        return triple.contains("-apple-") ? "macos" : triple.contains("-windows-") ? "windows" : "linux";
    }

    private Advice missing(Severity severity, String word, int line) {
        String example =
                setup.builds().stream().findFirst().map(Setup.Build::asset).orElse("");
        return new Advice(
                        severity,
                        DownloadsCheck.RULE,
                        "this looks for a file with '" + word
                                + "' in its name, but the release has no such file; the first one is '" + example + "'",
                        "change it and 'archive.name' together in " + setup.config()
                                + "; existing copies still look for the old name",
                        DownloadsCheck.URL)
                .at(FoundAt.line(source.name(), line + 1));
    }
}
