package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.FoundTarget;
import dev.slipway.detect.Repository;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is built for.
 *
 * @param found for each target, what an existing set-up builds it on; empty where there is none
 */
record AboutTargets(List<Target> targets, Map<Target, Fact<FoundTarget>> found) {
    private static final Comparator<Target> ORDER =
            Comparator.comparing(Target::os).thenComparing(Target::libc).thenComparing(Target::arch);

    static AboutTargets read(Repository repository, Draft draft) {
        Map<Target, Fact<FoundTarget>> found = new TreeMap<>(ORDER);
        List<String> unknown = new ArrayList<>();
        for (Fact<FoundTarget> fact : repository.release().targets()) {
            Optional<Target> target = target(fact.value().triple());
            target.ifPresent(known -> found.putIfAbsent(known, fact));
            if (target.isEmpty()) {
                unknown.add(fact.value().triple());
            }
        }
        if (!unknown.isEmpty()) {
            draft.left("targets", String.join(", ", unknown), "slipway does not build for these");
        }
        List<String> words = new ArrayList<>();
        found.forEach((target, fact) -> words.add(word(target, fact, draft)));
        if (words.isEmpty()) {
            usual(repository).forEach(words::add);
            draft.taken("targets", String.join(", ", words), "what most projects release");
        }
        draft.put("targets", new Setting.Words(words));
        List<Target> targets =
                words.stream().flatMap(word -> Target.of(word).stream()).toList();
        return new AboutTargets(targets, found);
    }

    private static Stream<String> usual(Repository repository) {
        Stream<String> linux = Stream.of("linux-amd64", "linux-arm64");
        boolean everywhere = repository.rust().isPresent() || repository.go().isPresent();
        return everywhere ? Stream.concat(linux, Stream.of("macos-amd64", "macos-arm64")) : linux;
    }

    /** The word that the set-up itself uses in file names, where it is one that we have for the same target. */
    private static String word(Target target, Fact<FoundTarget> fact, Draft draft) {
        Optional<String> own = fact.value().word();
        String usual = Target.allWords().stream()
                .filter(word -> Target.of(word).equals(Optional.of(target)))
                .findFirst()
                .orElseThrow();
        String word =
                own.filter(name -> Target.of(name).equals(Optional.of(target))).orElse(usual);
        draft.taken("targets", word, fact.value().triple() + ", from " + fact.from());
        own.filter(name -> !name.equals(word))
                .ifPresent(name -> draft.left("targets", name, "files of this target are named '" + word + "'"));
        return word;
    }

    private static Optional<Target> target(String triple) {
        return Arrays.stream(Arch.values())
                .filter(arch -> triple.startsWith(arch.llvm() + "-"))
                .findFirst()
                .flatMap(arch -> switch (triple.substring(arch.llvm().length())) {
                    case "-unknown-linux-gnu" -> Optional.of(new Target(Os.LINUX, arch, Libc.GNU));
                    case "-unknown-linux-musl" -> Optional.of(new Target(Os.LINUX, arch, Libc.MUSL));
                    case "-apple-darwin" -> Optional.of(new Target(Os.MACOS, arch, Libc.SYSTEM));
                    default -> Optional.empty();
                });
    }

    boolean has(Libc libc) {
        return targets.stream().anyMatch(target -> target.libc() == libc);
    }

    /** What a set-up says about targets of one system. */
    List<Map.Entry<Target, Fact<FoundTarget>>> of(Os os) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().os() == os)
                .toList();
    }
}
