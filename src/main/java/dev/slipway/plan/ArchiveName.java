package dev.slipway.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of an archive, known except for the tag.
 *
 * @param text with {@code {tag}} and {@code {version}} to fill in, such as {@code otto-{tag}-linux-amd64.tar.gz}
 * @param tagPrefix what a tag has before the version
 */
public record ArchiveName(String text, String tagPrefix) {
    private static final Pattern AROUND_BRACES = Pattern.compile("(?=\\{)|(?<=})");

    /**
     * Fills in what is the same for every release.
     *
     * @param text may have {@code {name}}, {@code {tag}} and {@code {version}}
     */
    static ArchiveName of(String text, String project, TagRule tags) {
        String named = text.replace("{name}", project);
        return new ArchiveName(tags.prefix().isEmpty() ? named.replace("{version}", "{tag}") : named, tags.prefix());
    }

    /** The name of a package that is made of a build, for an architecture in the words of its system. */
    public static ArchiveName of(String template, Build build, String arch, String tagPrefix) {
        return new ArchiveName(template.replace("{platform}", build.platform()).replace("{arch}", arch), tagPrefix);
    }

    /** The name in the release of a tag. */
    public String with(String tag) {
        String version = tag.startsWith(tagPrefix) ? tag.substring(tagPrefix.length()) : tag;
        return text.replace("{tag}", tag).replace("{version}", version);
    }

    /** Literals, {@code {tag}} and {@code {version}}. */
    public List<String> tokens() {
        return text.indexOf('{') < 0 ? List.of(text) : List.of(AROUND_BRACES.split(text));
    }

    /** The name without its ending. */
    public ArchiveName stem(String ending) {
        return new ArchiveName(text.substring(0, text.length() - ending.length()), tagPrefix);
    }

    /** The name in shell syntax, if the variable {@code TAG} is set. */
    public String inShell() {
        String version = tagPrefix.isEmpty() ? "${TAG}" : "${TAG#" + tagPrefix + "}";
        return text.replace("{tag}", "${TAG}").replace("{version}", version);
    }
}
