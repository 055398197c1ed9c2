package dev.slipway.detect.publish;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows what a release is called today, if that is more than its tag. */
final class ReleaseTitle {
    /** The input of each action that has one. */
    private static final Map<String, String> INPUTS = Map.of(
            "softprops/action-gh-release", "name",
            "ncipollo/release-action", "name",
            "actions/create-release", "release_name",
            "svenstaro/upload-release-action", "release_name");

    /** The action that takes a reference, too, and shows the tag of it. */
    private static final String CUTTING = "actions/create-release";

    private static final Set<String> OPTIONS = Set.of("--title", "-t");

    private ReleaseTitle() {}

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3}");

    private static final List<String> TAGS = List.of("tag_name", "tag");

    /** The title as a config has it; nothing if it is the tag, a guess of it, or known only during a run. */
    static Optional<String> of(DryStep step) {
        boolean other = TAGS.stream()
                .map(input -> step.with().getOrDefault(input, "").replace("refs/tags/", ""))
                .anyMatch(tag -> !tag.isBlank() && !tag.equals(Symbols.TAG));
        if (other) {
            return Optional.empty(); // what it calls a version may be another than ours
        }
        return titles(step)
                .filter(title -> title.contains(Symbols.TAG) || title.contains(Symbols.VERSION))
                .filter(title -> !title.equals(Symbols.TAG) && isKnown(title))
                .findFirst();
    }

    /** What is lost of a title that has more than the tag, if only a run knows all of it. */
    static Optional<Reason> lost(DryStep step) {
        return of(step).isPresent()
                ? Optional.empty()
                : titles(step)
                        .filter(Symbols::open)
                        .filter(title -> WORD.matcher(title.replaceAll("\\{[a-z?]{1,20}+}", " "))
                                .find())
                        .findFirst()
                        .map(title -> Reason.of(
                                Reason.Kind.REMARK,
                                "titles such as '" + Symbols.shown(title) + "'",
                                "see 'release.title'"));
    }

    private static Stream<String> titles(DryStep step) {
        return Stream.concat(
                        Stream.ofNullable(INPUTS.get(step.action()))
                                .flatMap(input -> Stream.ofNullable(step.with().get(input)))
                                .map(title -> step.action().equals(CUTTING) ? title.replace("refs/tags/", "") : title),
                        step.commands().stream().flatMap(ReleaseTitle::created))
                .map(String::strip);
    }

    private static boolean isKnown(String title) {
        String rest = title.replace(Symbols.TAG, "").replace(Symbols.VERSION, "");
        return rest.chars().noneMatch(letter -> "{}$!`\\\"'\n".indexOf(letter) >= 0) && title.length() <= 100;
    }

    private static Stream<String> created(Command command) {
        List<String> words = command.arguments();
        boolean creates = command.program().equals("gh")
                && words.size() > 2
                && words.subList(0, 2).equals(List.of("release", "create"));
        return creates
                ? Stream.iterate(2, at -> at < words.size() - 1, at -> at + 1)
                        .filter(at -> OPTIONS.contains(words.get(at)))
                        .map(at -> words.get(at + 1))
                : Stream.of();
    }
}
