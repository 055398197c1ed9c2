package dev.slipway.plan;

import java.util.List;
import java.util.Set;

/**
 * How archives are named: text with placeholders, such as {@code otto-{tag}-{platform}}.
 *
 * @param text with {@code {tag}}, {@code {platform}} and {@code {target}} in it; the project's name is filled in already
 */
public record ArchiveTemplate(String text) {
    /** How every archive is packed. */
    public static final String SUFFIX = ".tar.gz";

    /** What may stand in braces in a config. */
    public static final Set<String> PLACEHOLDERS = Set.of("name", "tag", "platform", "target");

    /** The name of the archive of one build. */
    public ArchiveName name(String platform, String target) {
        return ArchiveName.of(text.replace("{platform}", platform).replace("{target}", target) + SUFFIX);
    }

    /** Literals and placeholders, such as {@code otto-}, {@code {tag}}, {@code -} and {@code {platform}}. */
    public List<String> tokens() {
        return List.of(text.split("(?=\\{)|(?<=})"));
    }
}
