package dev.slipway.run.dry;

import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.action.DockerMetadata;
import dev.slipway.run.action.MetadataFacts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tags that {@code docker/metadata-action} would make.
 *
 * @param job the job that asks for them
 * @param certain whole names, such as {@code ghcr.io/otto-rs/otto:1.2.3}; {@link #COMMIT} stands for the commit
 * @param possible all of them, those among them that depend on what is not known yet
 */
public record TaggedImage(String job, List<String> certain, List<String> possible) {
    /** Stands for the short name of the commit, which is not known yet. */
    public static final String COMMIT = "<commit>";

    /** A switch of a tag, or {@code latest}, that an open expression decides. */
    private static final Pattern OPEN_SWITCH = Pattern.compile("\\b(enable|latest)=\\$\\{\\{[^\\n]*?\\}\\}");

    /** A line of {@code tags} that gives the same tag on every branch and for every tag. */
    private static final Pattern FIXED = Pattern.compile("(?!.*type=(ref|edge)).*value=.*|.*type=sha.*|(?!.*type=).*");

    private static final Pattern NAME_OF_REF =
            Pattern.compile("\\{\\{\\s*(branch|tag|base_ref|is_default_branch|is_not_default_branch)\\b");

    private static final String SHA = "0".repeat(40);
    private static final int SHORT = 7;

    public TaggedImage {
        certain = List.copyOf(certain);
        possible = List.copyOf(possible);
    }

    /** Whether anything can be told of the tags; if nothing can, there are none. */
    public boolean told() {
        return !possible.isEmpty();
    }

    static TaggedImage of(String job, Map<String, String> inputs, TriggeringEvent event, String repository) {
        List<String> least = tags(switched(inputs, "false"), event, repository);
        List<String> most = tags(switched(inputs, "true"), event, repository);
        return new TaggedImage(job, least, most);
    }

    private static Map<String, String> switched(Map<String, String> inputs, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        inputs.forEach((name, text) -> all.put(name, OPEN_SWITCH.matcher(text).replaceAll("$1=" + value)));
        return all;
    }

    private static List<String> tags(Map<String, String> inputs, TriggeringEvent event, String repository) {
        String rules = inputs.getOrDefault("tags", "");
        String texts = inputs.getOrDefault("images", "") + rules + inputs.getOrDefault("flavor", "");
        if (texts.contains("${{") || event.ref().isEmpty() && dependOnRef(rules, texts)) {
            return List.of();
        }
        return DockerMetadata.of(inputs, Map.of(), facts(event, repository))
                .fold(
                        computed -> computed.outputs()
                                .getOrDefault("tags", "")
                                .lines()
                                .map(tag -> tag.replace(SHA, COMMIT).replace(SHA.substring(0, SHORT), COMMIT))
                                .toList(),
                        failed -> List.of());
    }

    /** Whether the branch or tag of the run changes the tags; without rules, the action takes them from it. */
    private static boolean dependOnRef(String rules, String texts) {
        return rules.isBlank()
                || NAME_OF_REF.matcher(texts).find()
                || rules.lines().anyMatch(line -> !FIXED.matcher(line).matches());
    }

    private static MetadataFacts facts(TriggeringEvent event, String repository) {
        String name = repository.replaceFirst("^.*/", "");
        return new MetadataFacts(
                event.name(),
                event.ref(),
                SHA,
                new MetadataFacts.Repository(name, "", "https://github.com/" + repository, "", ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(new MetadataFacts.Checkout(event.ref(), SHA, Optional.empty())));
    }
}
