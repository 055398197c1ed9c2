package dev.slipway.detect;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** More files than any honest text links to. */
    private static final int MOST = 100;

    /** More lines with variables than any honest script has. */
    private static final int MOST_LINES = 1000;

    private static final Pattern TAG =
            Pattern.compile("/(?:releases/(?:download|tag)|archive/refs/tags|archive)/([^/\\s\"'`()<>\\[\\]]{1,100}+)");

    /** Where a script fills in a version after the {@code v} of a tag. */
    private static final Pattern FILLED =
            Pattern.compile("v(?:\\$\\{?|\\{\\{? ?|%|#\\{)\\.?\\w{0,30}?(?i:version)\\w{0,30}+(?: ?}}?|%)?");

    private static final Pattern FILE = Pattern.compile(
            "/releases/(?:latest/download|download/[^/\\s]{1,100}+)/([A-Za-z0-9](?:[A-Za-z0-9._+-]{0,198}[A-Za-z0-9])?+)"
                    + "(?=[.,;]?(?:[\\s\"'`)>\\]]|$))");

    /** A file of the latest release, or of one that a variable names. */
    private static final Pattern NOW = Pattern.compile(
            "/releases/(?:latest/download|download/[^/\\s${]{0,100}+[${][^/\\s]{1,100}+)/([A-Za-z0-9](?:[A-Za-z0-9._+-]{0,198}[A-Za-z0-9])?+)"
                    + "(?=[.,;]?(?:[\\s\"'`)>\\]]|$))");

    public ReleaseLinks {
        texts = List.copyOf(texts);
    }

    /** The first link to the releases of the repository. */
    public Optional<Fact<String>> page() {
        String address = "github.com/" + repository + "/releases";
        return after("/releases").map(line -> line.map(any -> address)).findFirst();
    }

    /** The names of the files of a release that are linked, each once; first those that need no variable of a script. */
    public List<Fact<String>> files() {
        return files(false);
    }

    /** The same with those that scripts put together from what a machine says of itself, which may be none. */
    public List<Fact<String>> suggested() {
        return files(true);
    }

    private List<Fact<String>> files(boolean asked) {
        Map<String, Fact<String>> files = new LinkedHashMap<>();
        Stream.concat(after("/releases/"), filled("/releases/", asked)).forEach(line -> {
            Matcher file = FILE.matcher(line.value());
            if (file.lookingAt() && files.size() < MOST) {
                files.putIfAbsent(file.group(1), line.map(any -> file.group(1)));
            }
        });
        return List.copyOf(files.values());
    }

    /** Those of the latest release or of any, which scripts put together from their variables. */
    public List<Fact<String>> latest() {
        Map<String, Fact<String>> files = new LinkedHashMap<>();
        filled("/releases/", false).forEach(line -> {
            Matcher file = NOW.matcher(line.value());
            if (file.lookingAt() && files.size() < MOST) {
                files.putIfAbsent(file.group(1), line.map(any -> file.group(1)));
            }
        });
        return List.copyOf(files.values());
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

    /** What follows the address of the repository where a line goes on so. */
    private Stream<Fact<String>> after(String end) {
        return texts.stream().flatMap(text -> {
            List<String> lines = text.lines();
            return IntStream.range(0, lines.size())
                    .boxed()
                    .flatMap(at -> after(end, lines.get(at), text.name() + ":" + (at + 1)));
        });
    }

    /**
     * The same in lines of scripts with the words that they give to their variables.
     *
     * @param asked whether the words that machines answer count
     */
    private Stream<Fact<String>> filled(String end, boolean asked) {
        return texts.stream().flatMap(text -> {
            List<String> lines = text.lines();
            ScriptWords own = ScriptWords.of(lines, ScriptWords.ANY);
            ScriptWords words = asked ? MachineWords.with(lines, own) : own;
            return IntStream.range(0, lines.size())
                    .filter(at -> lines.get(at).indexOf('$') >= 0)
                    .limit(MOST_LINES)
                    .boxed()
                    .flatMap(at -> words.filled(lines.get(at)).stream()
                            .filter(line -> MachineWords.possible(line, words))
                            .flatMap(line -> after(end, line, text.name() + ":" + (at + 1))));
        });
    }

    private Stream<Fact<String>> after(String end, String line, String place) {
        String address = "github.com/" + repository.toLowerCase(Locale.ROOT);
        String low = line.toLowerCase(Locale.ROOT);
        List<Fact<String>> found = new ArrayList<>();
        for (int start = low.indexOf(address + end);
                start >= 0 && found.size() < MOST;
                start = low.indexOf(address + end, start + 1)) {
            found.add(new Fact<>(line.substring(start + address.length()), place));
        }
        return found.stream();
    }
}
