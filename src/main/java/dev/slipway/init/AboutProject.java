package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.OtherTags;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.plan.TagRule;
import java.util.List;
import java.util.Optional;

/**
 * What is released: its name, its repository, its tags.
 *
 * @param name the first word of every archive's name
 * @param tagPrefix what a tag has before the version
 */
record AboutProject(String name, String tagPrefix) {
    private static final List<String> USUAL_TAGS = List.of("v*");

    static AboutProject read(Repository repository, Optional<Naming> naming, Place place, Draft draft)
            throws NoProposal {
        Fact<String> slug = repository
                .name()
                .orElseThrow(() -> new NoProposal(
                        "the GitHub repository is unknown: "
                                + String.join("; ", repository.git().notes()),
                        repository.git().advice()));
        repository
                .git()
                .upstream()
                .filter(fact -> !fact.value().equalsIgnoreCase(slug.value()))
                .ifPresent(fact -> draft.open(
                        "repository",
                        "'" + slug.value() + "' may be a fork of '" + fact.value() + "' (" + fact.from()
                                + "): write the one that releases"));
        Fact<String> name = packageAt(repository, place)
                .or(() -> place.folderName().map(folder -> new Fact<>(folder, "the folder of the config")))
                .or(() -> naming.flatMap(Naming::name).map(first -> shortened(first, repository)))
                .or(() -> byTool(repository))
                .or(() -> repository.others().stream()
                        .limit(1)
                        .flatMap(build -> build.project().stream())
                        .findFirst())
                .orElseGet(() -> slug.map(text -> text.replaceFirst("^.*/", "")));
        draft.put("name", new Setting.Word(name.value()));
        draft.put("repository", new Setting.Word(slug.value()));
        draft.taken("name", name);
        draft.taken("repository", slug);
        repository.sources().submodules().ifPresent(depth -> {
            draft.put(
                    "submodules",
                    depth.value().equals("true") ? new Setting.Flag(true) : new Setting.Word(depth.value()));
            draft.taken("submodules", depth);
        });
        repository.sources().lfs().ifPresent(pattern -> {
            draft.put("lfs", new Setting.Flag(true));
            draft.taken("lfs", "true", pattern.value() + " is in Git LFS; from " + pattern.from());
        });
        repository
                .sources()
                .guarded()
                .ifPresent(address -> draft.open(
                        "rust",
                        "Cargo fetches '" + address.value() + "' with a key, and builds get none: make it public, or "
                                + "commit a copy with 'cargo vendor'; from " + address.from()));
        repository
                .sources()
                .registry()
                .ifPresent(registry -> draft.open(
                        "rust",
                        "Cargo fetches from the registry '" + registry.value().name() + "', and builds get no token"
                                + registry.value()
                                        .token()
                                        .map(line -> ", though '" + line + "' sets one up")
                                        .orElse(", and found nothing here that sets one up")
                                + ": if it asks for one, commit a copy with 'cargo vendor'; from "
                                + registry.from()));
        repository
                .sources()
                .module()
                .ifPresent(module -> draft.open(
                        "go",
                        "GOPRIVATE covers '" + module.value()
                                + "', and builds get no token: if it needs one, commit a copy with 'go mod vendor'; from "
                                + module.from()));
        List<String> tags =
                place.folder().isEmpty() ? tags(repository, draft) : ownTags(name.value(), repository, draft);
        return new AboutProject(
                name.value(),
                TagRule.prefix(tags.stream()
                        .filter(tag -> !tag.startsWith("!"))
                        .findFirst()
                        .orElse(tags.get(0))));
    }

    /**
     * What its files begin with may go on after the name of the package, such as with the features of most builds, or after
     * the name that another release tool has for the project.
     */
    private static Fact<String> shortened(Fact<String> first, Repository repository) {
        return repository
                .rust()
                .flatMap(Rust::shipped)
                .map(CargoPackage::name)
                .filter(crate -> repository
                        .name()
                        .filter(slug -> slug.value().endsWith("/" + crate.value()))
                        .isPresent())
                .or(() -> byTool(repository))
                .filter(name -> first.value().startsWith(name.value() + "-"))
                .orElse(first);
    }

    private static Optional<Fact<String>> byTool(Repository repository) {
        return Optional.ofNullable(repository.release().takeover().keys().get("name"))
                .filter(name -> !name.value().isEmpty())
                .map(name -> name.map(values -> values.get(0)));
    }

    /** The name of the Cargo package in the folder of the config. */
    static Optional<Fact<String>> packageAt(Repository repository, Place place) {
        return repository.rust().stream()
                .flatMap(rust -> rust.packages().stream())
                .filter(found -> !place.folder().isEmpty() && found.directory().equals(place.folder()))
                .map(CargoPackage::name)
                .findFirst();
    }

    /** One of several projects of a repository has tags that start no release of another. */
    private static List<String> ownTags(String name, Repository repository, Draft draft) {
        Optional<TagStyle> style = TagStyle.naming(repository.git().tags(), name);
        if (style.isPresent()) {
            Fact<String> known =
                    new Fact<>(style.get().pattern(), "git tag " + style.get().example());
            draft.put("tag", new Setting.Word(known.value()));
            draft.taken("tag", known);
            return List.of(known.value());
        }
        String pattern = name + "-v*";
        draft.put("tag", new Setting.Word(pattern));
        draft.open(
                "tag",
                "'" + pattern + "' separates the tags of this project from those of the repository's other projects; "
                        + "change it if its releases use other tags");
        return List.of(pattern);
    }

    /** The filter of the existing workflow, unless it also lets other tags through than releases have. */
    private static List<String> tags(Repository repository, Draft draft) {
        Optional<OtherTags> others = OtherTags.of(repository.git().tags());
        if (others.filter(OtherTags::only).isPresent()) {
            return others(others.get(), repository, draft);
        }
        others.ifPresent(tags -> draft.open(
                "tag-scheme",
                "the newest git tag, '" + tags.example()
                        + "', is not a semantic version, but others are; with 'tag-scheme: " + tags.scheme()
                        + "', tags like it release too, and no tag creates a prerelease"));
        Optional<Fact<List<String>>> filter = repository
                .release()
                .tags()
                .filter(tags -> repository
                        .tagStyle()
                        .map(style -> fits(tags.value(), style.value()))
                        .orElse(true));
        Optional<Fact<List<String>>> style =
                repository.tagStyle().map(fact -> fact.map(found -> List.of(found.pattern())));
        Optional<Fact<List<String>>> known =
                filter.or(() -> style).filter(tags -> !tags.value().isEmpty());
        if (known.isEmpty() && !repository.git().tags().isEmpty()) {
            draft.open(
                    "tag",
                    "no git tag is a version, only tags such as '"
                            + repository.git().tags().get(0) + "'; from now on, tags such as 'v1.2.3' release");
        }
        Optional<Fact<List<String>>> open = known.filter(tags ->
                repository.tagStyle().isEmpty() && repository.git().tags().isEmpty() && isOpen(tags.value()));
        if (open.isPresent()) {
            draft.guess(
                    "tag",
                    USUAL_TAGS.get(0),
                    "the workflow also starts at tags without the 'v' ("
                            + open.get().from() + "), and git has no tags that show how they are written",
                    "run 'git fetch --tags', and then init again");
            return USUAL_TAGS;
        }
        known.ifPresent(tags -> {
            draft.taken("tag", tags.map(patterns -> String.join(", ", patterns)));
            if (!tags.value().equals(USUAL_TAGS)) {
                draft.put(
                        "tag",
                        tags.value().size() == 1
                                ? new Setting.Word(tags.value().get(0))
                                : Setting.Items.words(tags.value()));
            }
        });
        return known.map(Fact::value).orElse(USUAL_TAGS);
    }

    /** The tags at which the drafted release starts. */
    static List<String> tags(Draft draft) {
        return draft.words("tag").isEmpty() ? USUAL_TAGS : draft.words("tag");
    }

    /** Whether both usual styles of tags pass a filter. */
    private static boolean isOpen(List<String> patterns) {
        TagRule filter = new TagRule(patterns, "");
        return filter.starts("1.2.3") && filter.starts("v1.2.3");
    }

    /** Tags that are not semantic versions: read by their own scheme, with what such a scheme lacks. */
    private static List<String> others(OtherTags tags, Repository repository, Draft draft) {
        String from = "git tag " + tags.example();
        List<String> patterns = repository
                .release()
                .tags()
                .map(Fact::value)
                .filter(filter ->
                        prefixed(filter, tags.prefix()) && new TagRule(filter, tags.prefix()).starts(tags.example()))
                .orElse(List.of(tags.pattern()));
        draft.put("tag", patterns.size() == 1 ? new Setting.Word(patterns.get(0)) : Setting.Items.words(patterns));
        draft.put("tag-scheme", new Setting.Word(tags.scheme()));
        draft.taken("tag", new Fact<>(String.join(", ", patterns), from));
        draft.taken("tag-scheme", new Fact<>(tags.scheme(), from + ", which is not a semantic version"));
        draft.left("tag-scheme", "prereleases", "no tag creates one, and images have no tags such as {major}.{minor}");
        tags.prerelease(repository.git().tags())
                .ifPresent(tag -> draft.open(
                        "tag-scheme",
                        "tags such as '" + tag + "' start no release with 'calver'; with 'tag-scheme: any' they do, as "
                                + "releases like all others"));
        if (tags.scheme().equals("any")) {
            draft.open("tag-scheme", "these tags have no order, so every release becomes the latest");
        }
        return patterns;
    }

    /** Whether all tags that pass begin so; what a filter keeps out may begin with anything. */
    private static boolean prefixed(List<String> patterns, String prefix) {
        return patterns.stream()
                .filter(pattern -> !pattern.startsWith("!"))
                .allMatch(pattern -> TagRule.prefix(pattern).equals(prefix));
    }

    private static boolean fits(List<String> patterns, TagStyle style) {
        return prefixed(patterns, style.prefix()) && new TagRule(patterns, style.prefix()).starts(style.example());
    }
}
