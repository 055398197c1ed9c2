package dev.slipway.detect.doctor;

import dev.slipway.detect.ReleaseLinks;
import dev.slipway.detect.Repository;
import dev.slipway.detect.ScriptWords;
import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees whether install scripts and self-updates of the project look for files that the release has. */
record DownloadsCheck() implements Check {
    static final String RULE = "downloads";

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.*-])((?:[\\w.-]|\\$\\{[^}\\s]*}|\\$\\(\\w+\\)|\\$\\w++|#?\\{[\\w.:]*}|(?<=[\\w.-])<[a-zA-Z][\\w-]{0,40}+>){1,200}"
                    + AssetNames.ENDINGS + ")(?![\\w*-])");
    /** What scripts fill in, or what texts say instead of it. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{[^}\\s]*}|\\$\\(\\w+\\)|\\$\\w+|#?\\{[\\w.:]*}|<[a-zA-Z][\\w-]{0,40}+>"
                    + "|(?<![A-Za-z0-9])(?:v?X\\.Y\\.Z|v?x\\.y\\.z|v?[xX]\\.[xX]\\.[xX]|VERSION)(?![A-Za-z0-9])");
    /** A tag without its {@code v}, as shells say it. */
    private static final Pattern WITHOUT_V = Pattern.compile("\\$\\{\\w{1,60}+##?v}");

    /** Where scripts keep a version that they have cut out of a tag. */
    private static final Pattern CUT = Pattern.compile(
            "^\\s*+(?:export |local |let |set )?\\$?(\\w{1,60}+)\\s?=.{0,200}?(?:#v}|\\^v/|tr -d ['\"]?v|cut -c ?2-|TrimStart\\(.v|removeprefix)");

    /** What a name begins with before a script adds its ending, such as {@code kelp-$target}. */
    private static final Pattern BEGINNING = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9_.-]{0,60}+\\$[\\w.${}-]{1,200}+");

    /** Programs also make files, so a name in them counts only next to an address of the project's releases; a formula in Ruby only downloads. */
    private static final Pattern CODE = Pattern.compile("(?i)\\.(?:[cm]?[jt]s|py|cs|go|java|kts?)$");

    private static final List<String> REGISTRIES = List.of(
            "registry.npmjs.org",
            "registry.yarnpkg.com",
            "npm.pkg.github.com",
            "files.pythonhosted.org",
            "repo1.maven.org",
            "repo.maven.apache.org",
            "static.crates.io",
            "rubygems.org",
            "api.nuget.org");

    /** A variable that has an address, and the host of that. */
    private static final Pattern ADDRESS =
            Pattern.compile("^\\s*+(?:export |local |readonly )?(\\w{1,60}+)=[\"']?https?://([a-z0-9.-]{1,100}+)");

    private static final Pattern LEADING =
            Pattern.compile("(?:\\$\\{?+|\\{)([A-Za-z_]\\w{0,60}+)}?+([-_.].*+)", Pattern.DOTALL);
    static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "file names that install scripts and self-updates use",
                !repository.downloaders().isEmpty());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<Advice> advice = new ArrayList<>();
        for (SourceText source : repository.downloaders()) {
            names(source, setup).forEach(advice::add);
            new SearchedNames(source, setup).advice().forEach(advice::add);
        }
        return advice;
    }

    private static Stream<Advice> names(SourceText source, Setup setup) {
        List<String> lines = source.lines();
        List<Advice> found = new ArrayList<>();
        Map<String, Set<String>> assigned =
                new HashMap<>(ScriptWords.of(lines, BEGINNING).words());
        assigned.putAll(ScriptWords.of(lines, ScriptWords.PLAIN).words());
        Set<String> bare = lines.stream()
                .map(CUT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        Set<String> registries = lines.stream()
                .map(ADDRESS::matcher)
                .filter(matcher -> matcher.find() && REGISTRIES.contains(matcher.group(2)))
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        boolean fetches = source.text()
                .toLowerCase(Locale.ROOT)
                .contains(setup.repository().toLowerCase(Locale.ROOT) + "/releases");
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = NAME.matcher(lines.get(line));
            while (matcher.find()) {
                FoundAt place = new FoundAt(
                        source.name(), new Position(line + 1, lines.get(line).codePointCount(0, matcher.start(1)) + 1));
                boolean linked = isLink(lines.get(line), matcher.start(1), setup);
                if (isOfARegistry(lines.get(line).substring(0, matcher.start(1)), registries)) {
                    continue;
                }
                filled(matcher.group(1), assigned).stream()
                        .filter(name -> linked
                                || (fetches || !CODE.matcher(source.name()).find()) && ours(name, setup)
                                || fetches && oursByName(name, setup))
                        .filter(name -> setup.assets().stream().noneMatch(pattern(name, bare)::matches))
                        .map(name ->
                                missing(severity(source), linked, name, setup).at(place))
                        .forEach(found::add);
            }
        }
        if (severity(source) == Severity.ERROR) {
            joined(source, setup)
                    .filter(one ->
                            found.stream().noneMatch(other -> other.message().equals(one.message())))
                    .toList()
                    .forEach(found::add);
        }
        return found.stream().distinct();
    }

    /** Files whose addresses a script puts together. */
    private static Stream<Advice> joined(SourceText source, Setup setup) {
        return new ReleaseLinks(List.of(source), setup.repository())
                .latest().stream()
                        .filter(file -> NAME.matcher(file.value()).matches())
                        .filter(file -> !setup.assets().contains(file.value()))
                        .filter(file ->
                                source.lines().stream().noneMatch(line -> line.contains("/download/" + file.value())))
                        .map(file -> missing(Severity.ERROR, true, file.value(), setup)
                                .at(file.where()));
    }

    /** What a name is for each word of its leading variable; the others are what differs between versions and machines. */
    private static List<String> filled(String name, Map<String, Set<String>> assigned) {
        Matcher first = LEADING.matcher(name);
        return first.matches() && assigned.containsKey(first.group(1))
                ? assigned.getOrDefault(first.group(1), Set.of()).stream()
                        .map(word -> word + first.group(2))
                        .toList()
                : List.of(name);
    }

    /** Whether an address before a name is one of a registry of packages, whose files a release does not make. */
    private static boolean isOfARegistry(String before, Set<String> variables) {
        int start = before.length();
        while (start > 0 && " \t\"'`=".indexOf(before.charAt(start - 1)) < 0) {
            start--;
        }
        String address = before.substring(start);
        return address.contains("/-/")
                || REGISTRIES.stream().anyMatch(host -> address.contains("://" + host + "/"))
                || variables.stream()
                        .anyMatch(
                                name -> address.startsWith("$" + name + "/") || address.startsWith("${" + name + "}/"));
    }

    /** Whether it is the end of an address of the latest release of this repository. */
    private static boolean isLink(String line, int start, Setup setup) {
        String before = line.substring(0, start).toLowerCase(Locale.ROOT);
        return before.endsWith(setup.repository().toLowerCase(Locale.ROOT) + "/releases/latest/download/");
    }

    /** Scripts download other things, too: only what is called like the project counts. */
    static boolean ours(String name, Setup setup) {
        String start =
                VARIABLE.matcher(name).replaceAll(" ").replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
        return start.length() > 1
                && VARIABLE.matcher(name).find()
                && setup.builds().stream()
                        .anyMatch(
                                build -> build.asset().toLowerCase(Locale.ROOT).startsWith(start));
    }

    /** The same where a script fetches releases of this repository: the name of the project ends with any joint. */
    private static boolean oursByName(String name, Setup setup) {
        String start = VARIABLE.matcher(name)
                .replaceAll(" ")
                .replaceFirst(" .*", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("[-_.]$", "");
        return start.length() > 1
                && VARIABLE.matcher(name).find()
                && setup.builds().stream()
                        .map(build -> build.asset().toLowerCase(Locale.ROOT))
                        .anyMatch(asset -> asset.startsWith(start)
                                && asset.substring(start.length()).matches("[-_.].*"));
    }

    /** Whether nothing of a name is known but variables. */
    static boolean open(String name) {
        return VARIABLE.matcher(name).find()
                && VARIABLE.matcher(name).replaceAll("").isEmpty();
    }

    /** What a name may be when it is filled in. */
    static Wildcard pattern(String name) {
        return pattern(name, Set.of());
    }

    /** @param bare variables that have a version without the {@code v} of its tag */
    private static Wildcard pattern(String name, Set<String> bare) {
        String numbered = WITHOUT_V.matcher(name).replaceAll("[0-9]*");
        return Wildcard.of(
                VARIABLE.matcher(numbered)
                        .replaceAll(found -> bare.contains(found.group().replaceAll("\\W", "")) ? "[0-9]*" : "?*"),
                Wildcard.Dialect.SHELL);
    }

    /** A script fails; a text only misleads. */
    private static Severity severity(SourceText source) {
        return source.name().matches("(?i).*\\.(md|rst|adoc|txt)") ? Severity.WARNING : Severity.ERROR;
    }

    /** @param linked whether the name is the end of an address of a release, and not only like that of a file */
    private static Advice missing(Severity severity, boolean linked, String name, Setup setup) {
        String example =
                setup.builds().stream().findFirst().map(Setup.Build::asset).orElse("");
        return new Advice(
                severity,
                RULE,
                (linked ? "this looks for '" : "this names '") + name
                        + "', but the release has no such file; the first one is '" + example + "'",
                "change it and 'archive.name' together in " + setup.config()
                        + "; existing copies still look for the old name",
                URL);
    }
}
