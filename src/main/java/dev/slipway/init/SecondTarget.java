package dev.slipway.init;

import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.Optional;

/**
 * A row of the targets that builds what another row builds: a release has one archive of it.
 *
 * @param row as the config has it
 */
record SecondTarget(Setting.Keys row) {
    private static final String SAME = " is the same target as ";

    /** The row that a problem is about, if this is the problem. */
    static Optional<SecondTarget> of(Problem problem, Draft draft) {
        Pointer where = problem.where();
        boolean same = where.tokens().size() == 2
                && where.tokens().get(0).equals("targets")
                && problem.message().contains(SAME);
        return draft.setting(where)
                .filter(setting -> same && setting instanceof Setting.Keys)
                .map(setting -> new SecondTarget((Setting.Keys) setting));
    }

    /** Takes back that it was taken over, and lists its archive. */
    void tell(Draft draft) {
        String target = word("target").orElse("");
        Optional<String> archive = word("archive");
        if (!word("as").map(name -> draft.takeBack("targets", name)).orElse(false)) {
            draft.takeBack("targets", target);
        }
        archive.ifPresent(name -> draft.takeBack("targets.archive", target + ": " + name));
        draft.left(
                "targets",
                archive.or(() -> word("as")).orElse(target),
                "the config has one archive for this target; a second one needs its own 'features' or 'env'");
    }

    private Optional<String> word(String key) {
        return Optional.ofNullable(row.entries().get(key))
                .filter(Setting.Word.class::isInstance)
                .map(setting -> ((Setting.Word) setting).text());
    }
}
