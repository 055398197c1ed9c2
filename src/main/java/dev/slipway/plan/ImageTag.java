package dev.slipway.plan;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of an image, such as <code>{major}.{minor}</code>: what it is for a version, and the rule that makes
 * docker/metadata-action set it.
 *
 * @see <a href="https://github.com/docker/metadata-action#tags-input">tags input</a>
 */
public record ImageTag(String template) {
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    /** The versions that share it, of which the newest has it; nothing if it names one version or a commit. */
    public Optional<Line> line() {
        boolean major = template.contains("{major}");
        boolean minor = template.contains("{minor}");
        boolean one = template.contains("{version}") || template.contains("{tag}") || template.contains("{sha}");
        if (one || major && minor && template.contains("{patch}")) {
            return Optional.empty();
        }
        return Optional.of(major && minor ? Line.MINOR : major ? Line.MAJOR : Line.ALL);
    }

    /** Whether no other version has it. */
    public boolean ofOneVersion() {
        return line().isEmpty() && !template.contains("{sha}");
    }

    /** Whether it makes a promise that a version below 1.0 does not keep: that nothing breaks until the next major version. */
    public boolean needsMajor() {
        return template.contains("{major}") && !template.contains("{minor}") && !template.contains("{patch}");
    }

    /** Whether it names the git tag or the commit, and so is the same for a prerelease; others are then the whole version. */
    public boolean ofTag() {
        return template.contains("{tag}") || template.contains("{sha}");
    }

    /** The rule as the action reads it, in a repository with such tags. */
    public String rule(TagRule tags) {
        return rule(tags.prefix(), tags.semantic());
    }

    /** The rule for a version that the workflow passes on, with its value open at the end. */
    public String given(TagRule tags) {
        boolean word = !tags.semantic() && !ofTag();
        return word ? "type=raw" + affixes() : rule("", true);
    }

    private String rule(String prefix, boolean semantic) {
        // the action itself knows the versions of v1.2.3 and 1.2.3 only
        String match = prefix.isEmpty() || prefix.equals("v") ? "" : ",match=^" + prefix.replace(".", "\\.") + "(.+)$";
        if (template.contains("{sha}")) {
            return "type=sha" + affixes();
        }
        if (template.contains("{tag}")) {
            return semantic && match.isEmpty() && template.equals("{tag}")
                    ? "type=semver,pattern={{raw}}"
                    : "type=ref,event=tag" + affixes();
        }
        if (!semantic) {
            return "type=match,pattern=^" + prefix.replace(".", "\\.") + "(.+)$,group=1" + affixes();
        }
        return "type=semver,pattern=" + template.replace("{", "{{").replace("}", "}}") + match;
    }

    /** The text around the placeholder. */
    private String affixes() {
        String before = before('{', template);
        String after = template.substring(template.lastIndexOf('}') + 1);
        String usual = template.contains("{sha}") ? "sha-" : "";
        return (before.equals(usual) ? "" : ",prefix=" + before) + (after.isEmpty() ? "" : ",suffix=" + after);
    }

    /** The tag of a release; nothing if it has none of this kind. */
    Optional<String> of(Tag tag, String commit) {
        if (needsMajor() && tag.minor().startsWith("0.")) {
            return Optional.empty();
        }
        // of a prerelease the action makes the version itself, whatever the pattern says
        boolean whole = tag.prerelease() && !ofTag();
        return Optional.of(whole ? withoutBuild(tag) : fill(tag, commit));
    }

    private String fill(Tag tag, String commit) {
        String[] numbers = before('-', withoutBuild(tag)).split("\\.", -1);
        boolean semantic = numbers.length == 3;
        Map<String, String> values = Map.of(
                "version",
                withoutBuild(tag),
                // an image's tag has no other characters; the action puts a dash for them
                "tag",
                STRANGE.matcher(tag.name()).replaceAll("-"),
                "major",
                semantic ? numbers[0] : "",
                "minor",
                semantic ? numbers[1] : "",
                "patch",
                semantic ? numbers[2] : "",
                "sha",
                commit);
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static String withoutBuild(Tag tag) {
        return before('+', tag.version());
    }

    private static String before(char sign, String text) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }
}
