package dev.slipway.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wanted text with the refs that the committed text has for the same actions.
 *
 * @param text the wanted text; nothing but refs and the comments after them may differ
 * @param kept the refs that do
 */
record PinReadBack(String text, List<KeptPin> kept) {
    private static final String WORKFLOWS = ".github/workflows/";

    PinReadBack {
        kept = List.copyOf(kept);
    }

    /** Whether bots bump refs in the file at this path. */
    static boolean appliesTo(String path) {
        return path.startsWith(WORKFLOWS);
    }

    static PinReadBack of(GeneratedFile wanted, String committed, Pins pins) {
        if (!appliesTo(wanted.path()) || committed.equals(wanted.text())) {
            return new PinReadBack(wanted.text(), List.of());
        }
        String mark = Locked.mark(committed);
        int above = mark.isEmpty() ? 0 : 1;
        String[] lines = wanted.text().split("\n", -1);
        Map<String, List<UsesLine>> theirs =
                byAction(committed.substring(mark.length()).split("\n", -1));
        Map<String, List<UsesLine>> ours = byAction(lines);
        Map<String, Integer> seen = new HashMap<>();
        List<KeptPin> kept = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            Optional<UsesLine> line = UsesLine.parse(lines[i]).filter(uses -> pins.ownedByTree(uses.action()));
            if (line.isPresent()) {
                UsesLine uses = line.get();
                int index = seen.merge(uses.action(), 1, Integer::sum) - 1;
                int count = ours.getOrDefault(uses.action(), List.of()).size();
                UsesLine chosen = choose(uses, theirs.getOrDefault(uses.action(), List.of()), index, count, pins);
                if (!chosen.tail().equals(uses.tail())) {
                    lines[i] = chosen.toString();
                    kept.add(new KeptPin(
                            wanted.path(), i + 1 + above, uses.action(), uses.ref(), chosen.ref(), chosen.comment()));
                }
            }
        }
        return new PinReadBack(mark + String.join("\n", lines), kept);
    }

    private static UsesLine choose(UsesLine wanted, List<UsesLine> committed, int index, int count, Pins pins) {
        return counterpart(committed, index, count)
                .filter(line -> pins.keeps(line, wanted))
                .map(wanted::withTail)
                .orElse(wanted);
    }

    /** Of the lines that use an action, the one at the same place, or any if they all agree. */
    private static Optional<UsesLine> counterpart(List<UsesLine> candidates, int index, int count) {
        if (candidates.size() == count) {
            return Optional.of(candidates.get(index));
        }
        boolean agree = candidates.stream().map(UsesLine::tail).distinct().count() == 1;
        return agree ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static Map<String, List<UsesLine>> byAction(String[] lines) {
        Map<String, List<UsesLine>> result = new HashMap<>();
        for (String line : lines) {
            UsesLine.parse(line)
                    .ifPresent(uses -> result.computeIfAbsent(uses.action(), action -> new ArrayList<>())
                            .add(uses));
        }
        return result;
    }
}
