package dev.slipway.init;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the targets that builds what another row builds: a release has one archive of it.
 *
 * @param row as the config has it
 */
record SecondTarget(Setting.Keys row) {
    /**
     * A row that an earlier one builds in the same way, unless it is seen to be for the same program.
     *
     * @param rows those before it
     * @param same whether its file is that of an earlier one with more in its name
     */
    static Optional<SecondTarget> of(Setting row, List<Setting> rows, boolean same) {
        return row instanceof Setting.Keys keys
                        && !same
                        && rows.stream().anyMatch(other -> built(other).equals(built(row)))
                ? Optional.of(new SecondTarget(keys))
                : Optional.empty();
    }

    /** What a row says of its build, and not of names. */
    private static Map<String, Setting> built(Setting row) {
        if (!(row instanceof Setting.Keys keys)) {
            return Map.of("target", row);
        }
        Map<String, Setting> built = new HashMap<>(keys.entries());
        built.keySet().removeAll(Set.of("as", "archive"));
        return built;
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
                "the config has one archive for this target; for a second one, add an entry with 'as', and with what its build differs in");
    }

    private Optional<String> word(String key) {
        return Optional.ofNullable(row.entries().get(key))
                .filter(Setting.Word.class::isInstance)
                .map(setting -> ((Setting.Word) setting).text());
    }
}
