package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.action.DockerMetadata;
import dev.slipway.run.action.MetadataFacts;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags that jobs push images under, as the config writes them: {@code {version}}, {@code {major}.{minor}-alpine}. What
 * {@code docker/metadata-action} makes is computed for one version, whose numbers are found again in its tags.
 *
 * @param prefix what a Git tag has before the version
 * @param branch the branch whose pushes start the jobs; empty if a tag does
 */
public record PushedTags(RepositoryFiles files, String prefix, Optional<String> branch) {
    private static final String MAJOR = "7171";
    private static final String MINOR = "7272";
    private static final String PATCH = "7373";
    private static final String VERSION = MAJOR + "." + MINOR + "." + PATCH;
    private static final String COMMIT = "0".repeat(40);
    private static final String PART = "7474";
    private static final int SHORT = 7;
    private static final String LONG_COMMIT = "{commit}";
    private static final String OPEN_TEXT = ".*(\\{\\?}.*:|\\{name}|\\$).*";
    private static final String OPEN = "\u0001";
    private static final String CLOSE = "\u0002";

    /**
     * Every name with its tag, by the first step that pushes it. Of a tag that only a run knows, the name of the image is known.
     */
    public List<PushedTag> of(List<DryRow> jobs) {
        List<PushedTag> found = new ArrayList<>();
        for (DryRow job : jobs) {
            boolean tags = !ImageNames.onlyByDigest(job);
            for (DryStep step : job.steps()) {
                List<String> references = Stream.concat(ImageNames.references(step, files).stream(), allTags(step, job))
                        .distinct()
                        .toList();
                List<Fact<String>> pushed = Stream.concat(
                                references.stream(), tags ? described(step).stream() : Stream.of())
                        .flatMap(reference ->
                                tag(reference).map(tag -> ImageNames.name(reference) + ":" + template(tag)).stream())
                        .filter(template -> !template.matches(OPEN_TEXT))
                        .map(template -> new Fact<>(template, step.place()))
                        .toList();
                Set<String> sure = Stream.concat(
                                references.stream().filter(reference -> !isGuessed(reference, job)),
                                described(step).stream())
                        .flatMap(reference ->
                                tag(reference).map(tag -> ImageNames.name(reference) + ":" + template(tag)).stream())
                        .collect(Collectors.toSet());
                PushedTag.together(pushed)
                        .forEach(tag -> found.add(
                                tag.guessed(!sure.contains(tag.reference().value()))));
            }
        }
        return each(found.stream());
    }

    /** What a job has tagged of the images that a step pushes with all their tags. */
    private Stream<String> allTags(DryStep step, DryRow job) {
        Set<String> whole = step.commands().stream()
                .filter(command -> command.arguments().contains("push")
                        && (command.arguments().contains("--all-tags")
                                || command.arguments().contains("-a")))
                .flatMap(command -> new PushCommand(command).references().stream())
                .map(ImageNames::name)
                .collect(Collectors.toSet());
        if (whole.isEmpty()) {
            return Stream.of();
        }
        Stream<String> built = job.steps().stream()
                .flatMap(other -> new ImageBuilds(files).of(other).stream())
                .flatMap(build -> build.references().stream());
        Stream<String> tagged = job.commands()
                .filter(command -> command.program().matches("docker|podman|nerdctl"))
                .map(command -> new Options(command.arguments()).plain(0))
                .filter(words -> words.size() > 2 && words.contains("tag"))
                .map(words -> words.get(words.size() - 1));
        return Stream.concat(built, tagged).filter(reference -> whole.contains(ImageNames.name(reference)));
    }

    /** Each reference once, at the first step that pushes it. */
    public static List<PushedTag> each(Stream<PushedTag> tags) {
        Map<String, PushedTag> found = new LinkedHashMap<>();
        tags.forEach(tag -> found.merge(tag.reference().value(), tag, PushedTags::merged));
        return new ArrayList<>(found.values());
    }

    /** Whether a word of a step has a value that the name of a variable suggested. */
    private static boolean isGuessed(String reference, DryRow job) {
        return job.guessed().stream().anyMatch(word -> word.equals(reference) || word.endsWith("=" + reference));
    }

    private static PushedTag merged(PushedTag first, PushedTag second) {
        return new PushedTag(first.reference(), first.plain() || second.plain(), first.guessed() && second.guessed());
    }

    private static Optional<String> tag(String reference) {
        int colon = reference.lastIndexOf(':');
        return Optional.of(reference.substring(colon + 1)).filter(tag -> colon > 0 && !tag.contains("/"));
    }

    private String template(String tag) {
        return Symbols.settled(tag)
                .replace(prefix + VERSION, prefix.isEmpty() ? Symbols.VERSION : Symbols.TAG)
                .replace(VERSION, Symbols.VERSION)
                .replace(MAJOR, "{major}")
                .replace(MINOR, "{minor}")
                .replace(PATCH, "{patch}")
                .replace(COMMIT, LONG_COMMIT)
                .replace(COMMIT.substring(0, SHORT), "{sha}")
                .replace(PART, Symbols.UNKNOWN);
    }

    private List<String> described(DryStep step) {
        if (!step.action().equals("docker/metadata-action")) {
            return List.of();
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        step.with().forEach((name, text) -> inputs.put(name, known(text)));
        return DockerMetadata.of(inputs, Map.of(), facts())
                .fold(
                        computed -> computed.outputs()
                                .getOrDefault("tags", "")
                                .lines()
                                .toList(),
                        failed -> List.of());
    }

    /** A switch that only a run knows may be on; a rule with another such part says nothing. */
    private String known(String text) {
        return Symbols.settled(text)
                .replaceAll("\\b(enable|latest)=\\{\\?\\}", "$1=true")
                .lines()
                .map(PushedTags::open)
                .filter(line -> !line.contains(Symbols.UNKNOWN))
                .map(this::filled)
                .collect(Collectors.joining("\n"));
    }

    /** With a number for each part of a tag that only a run knows. */
    private static String open(String line) {
        return Stream.of(line.split(",", -1))
                .map(part ->
                        part.strip().matches("(?:prefix|suffix|value)=.*") ? part.replace(Symbols.UNKNOWN, PART) : part)
                .collect(Collectors.joining(","));
    }

    /** With the version for its symbols, which look like the action's own expressions in two braces. */
    private String filled(String line) {
        return line.replace("{{", OPEN)
                .replace("}}", CLOSE)
                .replace(Symbols.TAG, prefix + VERSION)
                .replace(Symbols.VERSION, VERSION)
                .replace(OPEN, "{{")
                .replace(CLOSE, "}}");
    }

    private MetadataFacts facts() {
        String ref = branch.map(name -> "refs/heads/" + name).orElse("refs/tags/" + prefix + VERSION);
        return new MetadataFacts(
                "push",
                ref,
                COMMIT,
                new MetadataFacts.Repository("", "", "", "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(new MetadataFacts.Checkout(ref, COMMIT, Optional.empty())));
    }
}
