package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees whether install scripts of the project look for checksums under the names that the release gives them. */
record ChecksumNamesCheck() implements Check {
    private static final Pattern WORD = Pattern.compile("[\\w.${}()%+-]++");
    private static final Pattern ENDING = Pattern.compile("\\.(?:sha(?:1|224|256|384|512)(?:sums?)?|md5|b2)$");
    private static final Pattern LIST =
            Pattern.compile("(?i)(?:^|[-_.])(?:checksums?|sha(?:1|256|512)sums?)(?:\\.txt)?$");
    private static final Pattern ARCHIVE = Pattern.compile(AssetNames.ENDINGS + "$");
    private static final Pattern DOWNLOADS = Pattern.compile(
            "(?i)curl|wget|fetch|download|https?:|invoke-webrequest|\\birm\\b|\\biwr\\b|urlopen|http\\.get");
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "names of checksums that install scripts use",
                repository.downloaders().stream().anyMatch(source -> asks(source, setup)));
    }

    private static boolean asks(SourceText source, Setup setup) {
        return source.lines().stream()
                .filter(line -> DOWNLOADS.matcher(line).find())
                .flatMap(ChecksumNamesCheck::words)
                .map(Matched::text)
                .anyMatch(word ->
                        ENDING.matcher(word).find() || LIST.matcher(word).find());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return repository.downloaders().stream()
                .flatMap(source -> of(source, setup).stream())
                .toList();
    }

    /** A word of a line. */
    private record Matched(String text, int start) {}

    private static Stream<Matched> words(String line) {
        Matcher word = WORD.matcher(line);
        return word.results().map(found -> new Matched(found.group().replaceFirst("\\.$", ""), found.start()));
    }

    private static List<Advice> of(SourceText source, Setup setup) {
        List<String> lines = source.lines();
        Set<String> words = new HashSet<>();
        lines.forEach(line -> words(line).map(Matched::text).forEach(words::add));
        boolean own = source.text()
                .toLowerCase(Locale.ROOT)
                .contains(setup.repository().toLowerCase(Locale.ROOT));
        Set<String> told = new HashSet<>();
        List<Advice> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 1;
            if (DOWNLOADS.matcher(line).find()) {
                words(line)
                        .filter(word -> lost(word, line, words, own, setup) && told.add(word.text()))
                        .map(word -> advice(word.text(), source, setup)
                                .at(new FoundAt(
                                        source.name(), new Position(number, line.codePointCount(0, word.start()) + 1))))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean lost(Matched word, String line, Set<String> words, boolean own, Setup setup) {
        Matcher ending = ENDING.matcher(word.text());
        if (!ending.find()) {
            return own
                    && LIST.matcher(word.text()).find()
                    && isAddress(line, word.start())
                    && !made(DownloadsCheck.pattern(word.text()), setup);
        }
        String stem = word.text().substring(0, ending.start());
        Optional<String> archive = words.stream()
                .filter(other -> other.startsWith(stem)
                        && ARCHIVE.matcher(other).find()
                        && ARCHIVE.matcher(other).replaceFirst("").equals(stem))
                .sorted()
                .findFirst();
        boolean ours = DownloadsCheck.ours(word.text(), setup) || own && DownloadsCheck.open(stem);
        if (!ours) {
            return false;
        }
        if (archive.isEmpty()) {
            return !made(DownloadsCheck.pattern(word.text()), setup);
        }
        Wildcard wanted = DownloadsCheck.pattern(archive.get());
        List<String> stems = setup.assets().stream()
                .filter(wanted::matches)
                .map(asset -> ARCHIVE.matcher(asset).replaceFirst(""))
                .toList();
        return !stems.isEmpty()
                && stems.stream().noneMatch(known -> setup.assets().contains(known + ending.group()));
    }

    private static boolean made(Wildcard wanted, Setup setup) {
        return setup.assets().stream().anyMatch(wanted::matches);
    }

    /** Whether a word is the end of an address of GitHub or an unknown one, and not of a path on the machine. */
    private static boolean isAddress(String line, int start) {
        String before = line.substring(0, start);
        int end = Math.max(before.lastIndexOf(' '), before.lastIndexOf('>')); // the text of a link is not its address
        String token = before.substring(end + 1).toLowerCase(Locale.ROOT);
        boolean elsewhere = token.contains("://") && !token.contains("github") && !token.matches("(?s).*[${].*");
        return !elsewhere && (token.contains("http") || token.contains("url") || token.contains("releases"));
    }

    private static Advice advice(String name, SourceText source, Setup setup) {
        Optional<String> sums = setup.assets().stream()
                .filter(asset ->
                        ENDING.matcher(asset).find() || LIST.matcher(asset).find())
                .findFirst();
        return new Advice(
                source.name().matches("(?i).*\\.(md|rst|adoc|txt)") ? Severity.WARNING : Severity.ERROR,
                DownloadsCheck.RULE,
                "this looks for '" + name + "', but the release has no such file; "
                        + sums.map(asset -> "it has checksums such as '" + asset + "'")
                                .orElse("it has no checksums"),
                "change it and 'checksums' or 'checksum-file' together in " + setup.config()
                        + "; existing copies still look for the old name",
                URL);
    }
}
