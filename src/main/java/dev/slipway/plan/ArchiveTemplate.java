package dev.slipway.plan;

import java.util.List;
import java.util.Map;

/**
 * The names of archives: text with placeholders, such as {@code otto-{tag}-{platform}}.
 *
 * @param text with placeholders in it; the project's name is filled in already
 * @param tagPrefix what a tag has before the version
 */
public record ArchiveTemplate(String text, String tagPrefix) {
    /** The name of the archive of one build, by what its placeholders stand for. */
    public ArchiveName name(Map<String, String> values, String ending) {
        String name = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            name = name.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new ArchiveName(name + ending, tagPrefix);
    }

    /** Whether it has a placeholder. */
    public boolean has(String placeholder) {
        return text.contains("{" + placeholder + "}");
    }

    /** Literals and placeholders, such as {@code otto-}, {@code {tag}}, {@code -} and {@code {platform}}. */
    public List<String> tokens() {
        return List.of(text.split("(?=\\{)|(?<=})"));
    }
}
