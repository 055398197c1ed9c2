package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.Repository;
import dev.slipway.detect.TagStyle;
import dev.slipway.plan.TagRule;
import java.util.List;
import java.util.Optional;

/**
 * What is released: its name, its repository, its tags.
 *
 * @param name the first word of every archive's name
 */
record AboutProject(String name) {
    private static final List<String> USUAL_TAGS = List.of("v*");

    static AboutProject read(Repository repository, Draft draft) throws NoProposal {
        Fact<String> slug = repository
                .name()
                .orElseThrow(() -> new NoProposal(
                        "nothing says which repository on GitHub this is: "
                                + String.join("; ", repository.git().notes()),
                        "run 'git remote add origin https://github.com/<owner>/<name>', or name it in the manifest"));
        Fact<String> name =
                AssetPattern.name(repository.release()).orElseGet(() -> slug.map(text -> text.replaceFirst(".*/", "")));
        draft.put("name", new Setting.Word(name.value()));
        draft.put("repository", new Setting.Word(slug.value()));
        draft.taken("name", name);
        draft.taken("repository", slug);
        tags(repository, draft);
        return new AboutProject(name.value());
    }

    /** The filter of the existing workflow, unless it also lets other tags through than releases have. */
    private static void tags(Repository repository, Draft draft) {
        Optional<Fact<List<String>>> filter = repository
                .release()
                .tags()
                .filter(tags -> repository
                        .tagStyle()
                        .map(style -> fits(tags.value(), style.value()))
                        .orElse(true));
        Optional<Fact<List<String>>> style =
                repository.tagStyle().map(fact -> fact.map(found -> List.of(found.pattern())));
        filter.or(() -> style).ifPresent(tags -> {
            draft.taken("tag", tags.map(patterns -> String.join(", ", patterns)));
            if (!tags.value().equals(USUAL_TAGS)) {
                draft.put(
                        "tag",
                        tags.value().size() == 1
                                ? new Setting.Word(tags.value().get(0))
                                : new Setting.Words(tags.value()));
            }
        });
    }

    private static boolean fits(List<String> patterns, TagStyle style) {
        return patterns.stream().allMatch(pattern -> TagRule.prefix(pattern).equals(style.prefix()));
    }
}
