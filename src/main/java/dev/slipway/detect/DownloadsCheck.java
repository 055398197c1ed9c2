package dev.slipway.detect;

import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees whether install scripts and self-updates of the project look for files that the release has. */
record DownloadsCheck() implements Check {
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w./*-])((?:[\\w.-]|\\$\\{[^}\\s]*}|\\$\\(\\w+\\)|\\$\\w++|\\{[\\w.:]*}){1,200}\\.(?:tar\\.(?:gz|xz|zst)|tgz|zip))(?![\\w*-])");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}\\s]*}|\\$\\(\\w+\\)|\\$\\w+|\\{[\\w.:]*}");
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "names that install scripts and self-updates look for",
                !repository.downloaders().isEmpty());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<Advice> advice = new ArrayList<>();
        for (SourceText source : repository.downloaders()) {
            names(source, setup).forEach(advice::add);
        }
        return advice;
    }

    private static Stream<Advice> names(SourceText source, Setup setup) {
        List<String> lines = source.lines();
        List<Advice> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = NAME.matcher(lines.get(line));
            while (matcher.find()) {
                String name = matcher.group(1);
                Wildcard wanted = pattern(name);
                if (ours(name, setup) && setup.builds().stream().noneMatch(build -> wanted.matches(build.asset()))) {
                    found.add(missing(name, setup)
                            .at(new FoundAt(
                                    source.name(),
                                    new Position(line + 1, lines.get(line).codePointCount(0, matcher.start(1)) + 1))));
                }
            }
        }
        return found.stream().distinct();
    }

    /** Scripts download other things, too: only what is called like the project counts. */
    private static boolean ours(String name, Setup setup) {
        String start =
                VARIABLE.matcher(name).replaceAll(" ").replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
        return start.length() > 1
                && VARIABLE.matcher(name).find()
                && setup.builds().stream()
                        .anyMatch(
                                build -> build.asset().toLowerCase(Locale.ROOT).startsWith(start));
    }

    private static Wildcard pattern(String name) {
        return Wildcard.of(VARIABLE.matcher(name).replaceAll("?*"), Wildcard.Dialect.SHELL);
    }

    private static Advice missing(String name, Setup setup) {
        String example =
                setup.builds().stream().findFirst().map(Setup.Build::asset).orElse("");
        return new Advice(
                Severity.ERROR,
                "downloads",
                "this looks for '" + name + "', and no file of the release is called so; the first is '" + example
                        + "'",
                "change it together with 'archive.name' in " + setup.config()
                        + "; copies that people have already will look for the old name",
                URL);
    }
}
