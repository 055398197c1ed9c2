package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two builds that seem to be for one processor, although the names of their files say two: each is for what its name says.
 *
 * @param targets what is built, each platform once
 * @param takeover the builds that got another processor than their machine has
 */
record NamedProcessors(List<Fact<FoundTarget>> targets, Takeover takeover) {
    static NamedProcessors of(List<Fact<FoundTarget>> found) {
        List<Fact<FoundTarget>> targets = new ArrayList<>(found);
        List<Takeover.Open> open = new ArrayList<>();
        Set<String> known = new HashSet<>();
        found.forEach(fact -> known.add(fact.value().triple()));
        for (Fact<FoundTarget> fact : found) {
            FoundTarget target = fact.value();
            String other = target.otherInName().orElse("");
            List<Fact<FoundTarget>> same = targets.stream()
                    .filter(one -> one != fact
                            && one.value().triple().equals(target.triple())
                            && one.value().otherInName().isEmpty()
                            && one.value().archive().isPresent())
                    .toList();
            if (other.isEmpty() || same.isEmpty() || !known.add(other)) {
                continue;
            }
            targets.set(targets.indexOf(fact), fact.map(any -> target.on(other)));
            if (target.variant().isEmpty()) {
                Fact<FoundTarget> first = same.get(0);
                targets.set(targets.indexOf(first), first.map(one -> one.called("")));
            }
            open.add(new Takeover.Open(
                    "targets",
                    "'" + target.archive().map(FoundArchive::stem).orElse("")
                            + "' is built for the processor of its runner, "
                            + "which may be another one than its name says; the config builds for the one in its name; from "
                            + fact.from()));
        }
        return new NamedProcessors(List.copyOf(targets), new Takeover(Map.of(), List.of(), open));
    }
}
