package dev.slipway.run.action;

import java.util.List;
import java.util.Optional;

/** What each line of {@code tags} makes of the run. */
final class TagRules {
    private final MetadataContext context;
    private final Flavor flavor;

    TagRules(MetadataContext context, Flavor flavor) {
        this.context = context;
        this.flavor = flavor;
    }

    /** A tag, and whether it also adds {@code latest} if the flavor does not decide that. */
    private record Candidate(String tag, boolean latest) {}

    ImageVersion version(List<TagEntry> entries) {
        ImageVersion version = ImageVersion.NONE;
        for (TagEntry entry : entries) {
            Optional<Candidate> found = enabled(entry) ? candidate(entry) : Optional.empty();
            if (found.isPresent()) {
                version = version.with(
                        found.get().tag(), flavor.latest().orElse(found.get().latest()));
            }
        }
        return version;
    }

    private boolean enabled(TagEntry entry) {
        String enable = context.expand(entry.get("enable"));
        if (!enable.equals("true") && !enable.equals("false")) {
            throw new MetadataFault(
                    "`enable` of a line of tags is `%s`: write enable=true, enable=false or an expression that gives one."
                            .formatted(enable));
        }
        return enable.equals("true");
    }

    private Optional<Candidate> candidate(TagEntry entry) {
        return switch (entry.type()) {
            case SCHEDULE -> schedule(entry);
            case SEMVER -> matched(entry).flatMap(text -> semver(entry, text));
            case PEP440 -> matched(entry).flatMap(text -> pep440(entry, text));
            case MATCH -> match(entry);
            case REF -> ref(entry);
            case EDGE -> edge(entry);
            case RAW -> Optional.of(new Candidate(dressed(context.expand(entry.get("value")), entry), false));
            case SHA -> sha(entry);
        };
    }

    private Optional<Candidate> schedule(TagEntry entry) {
        if (!context.facts().event().contains("schedule")) {
            return Optional.empty();
        }
        String tag = ActionTemplate.of(entry.get("pattern")).render(context.dates());
        return Optional.of(new Candidate(dressed(tag, entry), false));
    }

    /** The attribute {@code value}, or the name of the tag that is built. */
    private Optional<String> subject(TagEntry entry) {
        String value = entry.get("value");
        return value.isEmpty() ? context.tag() : Optional.of(context.expand(value));
    }

    /** The subject, or what the group of the attribute {@code match} finds in it. */
    private Optional<String> matched(TagEntry entry) {
        String match = entry.get("match");
        return subject(entry)
                .map(text -> match.isEmpty() ? text : firstGroup(match, text))
                .map(text -> text.replace('/', '-'));
    }

    private String firstGroup(String match, String text) {
        Optional<List<Optional<String>>> found = ScriptPattern.of(match, "").match(text);
        if (found.isEmpty()) {
            context.warn("`match=%s` does not match `%s`.".formatted(match, text));
            return text;
        }
        return found.get().stream()
                .skip(1)
                .findFirst()
                .flatMap(group -> group)
                .orElseThrow(() -> new MetadataFault(
                        "`match=%s` has no group that matches a part of `%s`: put the version between ( and )."
                                .formatted(match, text)));
    }

    private Optional<Candidate> semver(TagEntry entry, String text) {
        Optional<SemanticVersion> found = SemanticVersion.of(text);
        if (found.isEmpty()) {
            context.warn("`%s` is not a semantic version: see https://semver.org.".formatted(text));
            return Optional.empty();
        }
        SemanticVersion version = found.get();
        String pattern = entry.get("pattern");
        String tag = version.isPrerelease() && !isRaw(pattern)
                ? version.version()
                : ActionTemplate.of(pattern).render(version.names());
        return Optional.of(new Candidate(dressed(tag, entry), !version.isPrerelease()));
    }

    private Optional<Candidate> pep440(TagEntry entry, String text) {
        Optional<PythonVersion> found = PythonVersion.of(text);
        if (found.isEmpty()) {
            context.warn("`%s` is not a version of PEP 440: see https://peps.python.org/pep-0440/.".formatted(text));
            return Optional.empty();
        }
        PythonVersion version = found.get();
        String pattern = entry.get("pattern");
        String tag = version.isSpecial()
                ? isRaw(pattern) ? text : version.version()
                : ActionTemplate.of(pattern).render(version.names());
        return Optional.of(new Candidate(dressed(tag, entry), !version.isSpecial()));
    }

    /** A pattern that cannot be read is not raw; a prerelease does not look at it further. */
    private static boolean isRaw(String pattern) {
        try {
            return ActionTemplate.of(pattern).isRaw();
        } catch (MetadataFault e) {
            return false;
        }
    }

    private Optional<Candidate> match(TagEntry entry) {
        Optional<String> subject = subject(entry);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        String pattern = entry.get("pattern");
        Optional<List<Optional<String>>> found = ScriptPattern.slashed(pattern).match(subject.get());
        if (found.isEmpty()) {
            context.warn("`%s` does not match `%s`.".formatted(pattern, subject.get()));
            return Optional.empty();
        }
        List<Optional<String>> groups = found.get();
        String group = entry.get("group");
        Optional<String> text = Optional.of(group)
                .filter(number -> number.matches("0|[1-9]\\d{0,3}"))
                .map(Integer::parseInt)
                .filter(number -> number < groups.size())
                .flatMap(groups::get);
        if (text.isEmpty()) {
            context.warn("The pattern `%s` has no group %s in `%s`.".formatted(pattern, group, subject.get()));
        }
        return text.map(part -> new Candidate(dressed(part, entry), true));
    }

    private Optional<Candidate> ref(TagEntry entry) {
        String event = entry.get("event");
        Optional<String> name = switch (event) {
            case "branch" -> context.branch();
            case "tag" -> context.tag();
            default -> context.pullRequest();
        };
        return name.map(text -> new Candidate(dressed(text, entry), event.equals("tag")));
    }

    private Optional<Candidate> edge(TagEntry entry) {
        String said = entry.get("branch");
        String branch = said.isEmpty() ? context.facts().repository().defaultBranch() : said;
        return context.branch().filter(branch::equals).map(found -> new Candidate(dressed("edge", entry), false));
    }

    private Optional<Candidate> sha(TagEntry entry) {
        if (context.sha().isEmpty()) {
            return Optional.empty();
        }
        String sha = entry.get("format").equals("short") ? context.shortSha() : context.sha();
        return Optional.of(new Candidate(dressed(sha, entry), false));
    }

    /** With its own prefix and suffix, or with those of the flavor. */
    private String dressed(String tag, TagEntry entry) {
        return context.expand(entry.find("prefix").orElse(flavor.prefix()))
                + tag
                + context.expand(entry.find("suffix").orElse(flavor.suffix()));
    }
}
