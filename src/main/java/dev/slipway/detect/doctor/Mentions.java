package dev.slipway.detect.doctor;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.git.Git;
import dev.slipway.published.AssetName;
import dev.slipway.published.Comparison;
import dev.slipway.published.PublishedRelease;
import dev.slipway.shell.Command;
import dev.slipway.shell.PackCommand;
import dev.slipway.source.English;
import dev.slipway.source.Quote;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of a repository that name what a new release does not have any more: scripts that install the program,
 * formulae, and links in texts for people.
 *
 * @param old the release that they were written for
 * @param lost what becomes of names that go
 * @param kept the names of the new release
 */
record Mentions(PublishedRelease old, List<Comparison.Row> lost, List<String> kept) {
    private static final int MOST_FILES = 500;
    private static final int LONGEST_LINE = 2000;

    /** What people and programs read to get at a release. */
    private static final Pattern READ = Pattern.compile(
            "(?i).*\\.(md|mdx|markdown|rst|adoc|txt|html|rb|nix|ebuild|sh|bash|ps1|bat|cmd)|(.*/)?(install|get|PKGBUILD|action\\.ya?ml|package\\.json|install[^/]*|npm/.*\\.(js|mjs|ts|json)|bucket/.*\\.json|[^/]*(update|upgrade|download)[^/]*\\.(rs|go|py|js|mjs|ts)|\\.?Dockerfile[^/]*)");

    private static final Pattern ASIDE = Pattern.compile(
            "(?i)(.*/)?(tests?|fixtures?|testdata|snapshots|vendor|third_party|node_modules|\\.github|\\.slipway)/.*|(.*/)?(changes|changelog|history|news|releases?)(\\.[a-z]+)?");

    /** What a run or the reader of a text fills in. */
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\{\\{[^{}$\\s]*+}}|[$#]?\\{[^{}\\s,]*+}|\\$\\(\\w++\\)|\\$\\w++|%\\w++%|<[\\w.-]++>|\\[[a-z]++]");

    private static final Pattern VERSION = Pattern.compile("(?<![0-9.])[0-9]++\\.[0-9]++(?:\\.[0-9]++)*+");
    private static final Pattern WORD = Pattern.compile("(?:[\\w.+~@-]|" + VARIABLE.pattern() + ")++");
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";

    List<Advice> in(RepositoryFiles files, Git git) {
        List<String> paths = git.tracked().orElse(Set.of()).stream()
                .filter(path ->
                        READ.matcher(path).matches() && !ASIDE.matcher(path).matches() && !path.equals(old.source()))
                .sorted()
                .toList();
        Search search = new Search();
        List<Advice> found = new ArrayList<>();
        for (String path : paths.subList(0, Math.min(MOST_FILES, paths.size()))) {
            files.read(path).ifPresent(source -> found.addAll(in(source, search)));
        }
        if (paths.size() > MOST_FILES || search.left < 0) {
            found.add(new Advice(
                    Severity.NOTE,
                    "old-name",
                    "did not search all of " + English.count(paths.size(), "file") + " for names of the old release",
                    "search them for the names in the table: 'git grep -n NAME'",
                    URL));
        }
        return found;
    }

    private List<Advice> in(SourceText source, Search search) {
        List<Advice> found = new ArrayList<>();
        Fetching fetching = Fetching.of(source);
        int number = 0;
        for (String line : source.lines()) {
            number++;
            String start = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
            if (packs(start)) {
                continue; // a name that is made here, and not looked for
            }
            FoundAt place = FoundAt.line(source.name(), number);
            Matcher word = WORD.matcher(start);
            Optional<Advice> first = Optional.empty();
            while (first.isEmpty() && word.find()) {
                first = about(word.group().replaceFirst("\\.$", ""), start, place, fetching, search);
            }
            first.ifPresent(found::add);
        }
        return found;
    }

    /** Whether a line of a script packs an archive. */
    private static boolean packs(String line) {
        return Stream.of(line.split("&&|\\|\\||;"))
                .map(command -> List.of(command.strip()
                        .replaceAll("^(?:RUN|do|then|else) |[\"']", "")
                        .split("\\s++")))
                .anyMatch(words -> PackCommand.of(new Command(words, "", 1)).isPresent());
    }

    /** Whether a word that may be an everyday one is the last part of an address of a release. */
    private static boolean addressed(String word, String line) {
        int releases = line.indexOf("/releases/");
        return releases >= 0
                && line.indexOf("/" + word, releases + "/releases".length()) >= 0
                && !isElsewhere(line.substring(0, releases));
    }

    /** Whether an address that begins in a text is one of another server than GitHub. */
    private static boolean isElsewhere(String text) {
        int host = text.lastIndexOf("://");
        String rest = host < 0 ? "" : text.substring(host + 3);
        return !rest.isEmpty()
                && !rest.contains("github")
                && !VARIABLE.matcher(rest).find()
                && rest.chars().noneMatch(Character::isWhitespace);
    }

    /** Whether a word that ends with a version, as folders do, can be a name: one that has nothing after the version. */
    private static boolean ends(String literal, String plain, String name) {
        boolean version = plain.endsWith("\n") && !literal.endsWith("\n");
        return !version || VERSION.matcher(name).results().anyMatch(found -> found.end() == name.length());
    }

    /** Whether nobody fills in the ending of a name: a word that ends with a variable, and not after a dot, is a name without one. */
    private static boolean whole(String plain, String name) {
        return !plain.endsWith("\n") || plain.endsWith(".\n") || !name.matches(".*\\.[A-Za-z][A-Za-z0-9]{0,7}");
    }

    /** A word and what a command prints, such as one that resets colors: parts of a name have a sign between them. */
    private static boolean isText(String word) {
        int at = word.indexOf("$(");
        return at > 0
                && word.indexOf(')') == word.length() - 1
                && Character.isLetterOrDigit(word.charAt(at - 1))
                && word.indexOf('$', at + 1) < 0;
    }

    private Optional<Advice> about(String word, String line, FoundAt place, Fetching fetching, Search search) {
        if (word.length() < 5 || word.length() > 255) {
            return Optional.empty();
        }
        if (isText(word) && !addressed(word, line)) {
            return Optional.empty();
        }
        String literal = VARIABLE.matcher(word).replaceAll("\n");
        String plain = VERSION.matcher(literal).replaceAll("\n");
        String ending = plain.contains("\n") ? PackCommand.ending(plain) : "";
        String stem = plain.substring(0, plain.length() - ending.length());
        boolean anybody = plain.contains("\n")
                && AssetName.of(stem.replace("\n", ""), "").program().isEmpty();
        if (anybody && !addressed(word, line)
                || plain.replaceAll("[^A-Za-z]", "").length() < 5) {
            return Optional.empty(); // nothing but an ending or a platform: it may be the file of any project
        }
        Optional<Comparison.Row> gone = search.named(plain, search.lostNames)
                .filter(row -> ends(literal, plain, row.before()) && whole(plain, row.before()))
                .filter(row -> addressed(word, line) || old.platformIn(row.before()))
                .findFirst();
        return gone.map(row -> {
                    List<String> others = search.named(plain, search.keptNames).toList();
                    boolean open = !others.isEmpty();
                    boolean some = others.stream().anyMatch(old.names()::contains);
                    boolean linked = line.contains("/download/" + old.tag().orElse("\n") + "/");
                    boolean pinned = linked || !literal.contains("\n") && !literal.equals(plain);
                    return new Advice(
                            open || pinned || !fetching.in(line) ? Severity.WARNING : Severity.ERROR,
                            "old-name",
                            Optional.of(place),
                            "this mentions " + Quote.of(word)
                                    + (literal.contains("\n") ? ", which fits '" + row.before() + "'" : "")
                                    + ", but the release "
                                    + (open && !some
                                            ? "will use other names for these files"
                                            : "will have no such file")
                                    + (linked
                                            ? "; the link to " + old.tag().orElse("the old release") + " still works"
                                            : pinned ? "; " + old.tag().orElse("the old release") + " keeps it" : ""),
                            row.after().isEmpty()
                                    ? "no file of the new release replaces '" + row.before() + "'"
                                    : "'" + row.before() + "' becomes '" + row.after()
                                            + "': change the line, or keep the name",
                            URL);
                })
                .filter(advice -> search.left >= 0); // else it is not known what the new release has
    }

    /** Looks names up by words of a text: as much as long texts about a large release need, about a second at most. */
    private final class Search {
        private final Map<String, Comparison.Row> lostNames = new LinkedHashMap<>();
        private final Map<String, String> keptNames = new LinkedHashMap<>();
        private long left = 1L << 27;

        Search() {
            lost.forEach(row -> lostNames.putIfAbsent(row.before(), row));
            kept.forEach(name -> keptNames.put(name, name));
        }

        /** Most words of a text are plain, and looking up those must cost next to nothing. */
        <T> Stream<T> named(String word, Map<String, T> names) {
            if (!word.contains("\n")) {
                return Stream.ofNullable(names.get(word));
            }
            String start = word.substring(0, word.indexOf('\n'));
            String end = word.substring(word.lastIndexOf('\n') + 1);
            Wildcard pattern = Wildcard.of(word.replace("\n", "?*"), Wildcard.Dialect.SHELL);
            return names.entrySet().stream()
                    .takeWhile(name -> --left >= 0)
                    .filter(name ->
                            name.getKey().startsWith(start) && name.getKey().endsWith(end))
                    .filter(name -> matches(pattern, word.length(), name.getKey()))
                    .map(Map.Entry::getValue);
        }

        private boolean matches(Wildcard pattern, int length, String name) {
            left -= (long) length * name.length();
            return left >= 0 && pattern.matches(name);
        }
    }
}
