package dev.slipway.plan;

import dev.slipway.config.TagScheme;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;
import java.util.Optional;

/** Plans which tags start a release, and finds patterns that no version has. */
final class TagPlanner {
    private static final List<String> TAGS = List.of("v*");
    private static final Pointer PLACE = Pointer.of("/tag");

    private final List<String> patterns;
    private final TagScheme scheme;
    private final List<Problem> problems;

    TagPlanner(List<String> patterns, TagScheme scheme, List<Problem> problems) {
        this.scheme = scheme;
        this.patterns = patterns.stream().anyMatch(pattern -> !pattern.isEmpty()) ? patterns : TAGS;
        this.problems = problems;
    }

    TagRule rule() {
        if (patterns == TAGS) {
            return new TagRule(TAGS, "v", scheme); // known to be right, and most configs say nothing
        }
        Optional<String> first =
                patterns.stream().filter(pattern -> !excludes(pattern)).findFirst();
        if (first.isEmpty()) {
            report(0, "every pattern excludes tags, and none starts a release", "add one such as 'v*' before them");
            return new TagRule(TAGS, "v", scheme);
        }
        TagRule rule = new TagRule(patterns, TagRule.prefix(first.get()), scheme);
        int before = problems.size();
        PatternCheck.refs(patterns, PLACE, problems);
        if (problems.size() > before) {
            return rule;
        }
        for (int i = 0; i < patterns.size(); i++) {
            check(i, rule, first.get());
        }
        if (problems.size() == before) {
            checkExclusions(rule);
        }
        return rule;
    }

    private void check(int index, TagRule rule, String first) {
        String pattern = patterns.get(index);
        if (excludes(pattern)) {
            if (index < patterns.indexOf(first)) {
                report(
                        index,
                        Quote.of(pattern) + " excludes nothing: no pattern before it includes a tag",
                        "move it down");
            }
        } else if (!TagRule.prefix(pattern).equals(rule.prefix())) {
            report(
                    index,
                    Quote.of(first) + " and " + Quote.of(pattern) + " have different prefixes",
                    "begin every pattern with '" + rule.prefix() + "': the text after it is the version");
        } else if (new TagRule(List.of(pattern), rule.prefix(), scheme)
                .starting()
                .isEmpty()) {
            report(
                    index,
                    "no version matches " + Quote.of(pattern),
                    "a tag is " + (rule.prefix().isEmpty() ? "" : "'" + rule.prefix() + "' and ") + rule.expected()
                            + ": write '" + rule.prefix() + "*'");
        }
    }

    private void checkExclusions(TagRule rule) {
        if (rule.starting().isEmpty()) {
            int last = patterns.size() - 1;
            while (last > 0 && !excludes(patterns.get(last))) {
                last--;
            }
            report(
                    last,
                    "the patterns exclude every tag that they include",
                    "exclude less, as in '!" + rule.prefix() + "*-nightly'");
        }
    }

    private static boolean excludes(String pattern) {
        return pattern.startsWith("!");
    }

    private void report(int index, String message, String help) {
        problems.add(Problem.at(PLACE.child(index), message, help));
    }
}
