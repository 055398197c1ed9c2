package dev.slipway.detect;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Links to the releases of a repository on GitHub, in texts for people and in scripts that install programs.
 *
 * @param texts those that may have such links
 * @param repository {@code owner/name}
 * @see <a href="https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases">Linking to releases</a>
 */
public record ReleaseLinks(List<SourceText> texts, String repository) {
    private static final Pattern TAG =
            Pattern.compile("/(?:releases/(?:download|tag)|archive/refs/tags|archive)/([^/\\s\"'`()<>\\[\\]]{1,100}+)");

    /** Where a script fills in a version after the {@code v} of a tag. */
    private static final Pattern FILLED =
            Pattern.compile("v(?:\\$\\{?|\\{\\{? ?|%|#\\{)\\.?\\w{0,30}?(?i:version)\\w{0,30}+(?: ?}}?|%)?");

    private static final Pattern FILE = Pattern.compile(
            "/releases/(?:latest/download|download/[^/\\s]{1,100}+)/([A-Za-z0-9](?:[A-Za-z0-9._+-]{0,198}[A-Za-z0-9])?+)"
                    + "(?=[.,;]?(?:[\\s\"'`)>\\]]|$))");

    public ReleaseLinks {
        texts = List.copyOf(texts);
    }

    /** The first link to the releases of the repository. */
    public Optional<Fact<String>> page() {
        String address = "github.com/" + repository + "/releases";
        return after("/releases").map(line -> line.map(any -> address)).findFirst();
    }

    /** The name of the first file of a release that is linked. */
    public Optional<Fact<String>> file() {
        return after("/releases/")
                .flatMap(line -> {
                    Matcher file = FILE.matcher(line.value());
                    return file.lookingAt() ? Stream.of(line.map(any -> file.group(1))) : Stream.of();
                })
                .findFirst();
    }

    /** How the first tag that is linked is written. */
    public Optional<Fact<TagStyle>> tags() {
        return after("/").flatMap(line -> tags(line).stream()).findFirst();
    }

    private Optional<Fact<TagStyle>> tags(Fact<String> line) {
        Matcher tag = TAG.matcher(line.value());
        if (!tag.lookingAt()) {
            return Optional.empty();
        }
        String name = tag.group(1).replaceFirst("\\.(?:tar\\.gz|zip)$", "");
        String filled = FILLED.matcher(name).matches() ? "v1.2.3" : name;
        return TagStyle.of(List.of(filled), Optional.empty(), List.of()).map(style -> new Fact<>(style, line.from()));
    }

    /** What follows the address of the repository in each line that goes on so. */
    private Stream<Fact<String>> after(String end) {
        String address = "github.com/" + repository.toLowerCase(Locale.ROOT);
        return texts.stream().flatMap(text -> {
            List<String> lines = text.lines();
            return IntStream.range(0, lines.size()).boxed().flatMap(at -> {
                int start = lines.get(at).toLowerCase(Locale.ROOT).indexOf(address + end);
                return start < 0
                        ? Stream.of()
                        : Stream.of(new Fact<>(
                                lines.get(at).substring(start + address.length()), text.name() + ":" + (at + 1)));
            });
        });
    }
}
