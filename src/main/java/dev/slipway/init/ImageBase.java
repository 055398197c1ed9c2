package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.facts.Libc.Kind;
import dev.slipway.facts.Libcs;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the image is built on, and the platforms for which its programs run there. */
record ImageBase(Repository repository, AboutTargets targets) {
    static final String USUAL = "debian:bookworm-slim";

    /** Programs of Go without C need no C library. */
    private boolean alone() {
        boolean none = Optional.ofNullable(
                        repository.release().takeover().keys().get("go.cgo"))
                .map(Fact::value)
                .filter(List.of("false")::equals)
                .isPresent();
        return repository.rust().isEmpty()
                && repository.go().filter(go -> none || go.cgo().isEmpty()).isPresent();
    }

    /** Whether a flag for the linker lets programs for Linux bring the C library along. */
    private boolean linksStatically() {
        Stream<String> said = Stream.of("go.ldflags", "linux.env.CGO_LDFLAGS")
                .flatMap(key -> Optional.ofNullable(
                        repository.release().takeover().keys().get(key))
                        .stream())
                .flatMap(fact -> fact.value().stream());
        Stream<String> seen = repository.release().targets().stream()
                .filter(target -> target.value().triple().contains("linux"))
                .map(target -> target.value().flags().getOrDefault("ldflags", ""));
        return Stream.concat(said, seen)
                .flatMap(flags -> Stream.of(flags.split("[\\s'\"=]+")))
                .anyMatch(flag -> flag.matches("--?static"));
    }

    /** Why programs may not run on a base without the GNU C library, as far as that is known. */
    private String lacking() {
        if (linksStatically()) {
            return "has no GNU C library; with 'cgo: true', Slipway accepts no such base, although '-static' links programs"
                    + " that need none";
        }
        return "has no GNU C library, which the programs "
                + (repository.others().isEmpty() ? "need" : "of the guessed command may need");
    }

    /** Its name. */
    String name(Draft draft) {
        ReleaseSetup release = repository.release();
        release.images()
                .builder()
                .ifPresent(builder -> draft.left(
                        "docker.base",
                        builder.value(),
                        "taken for a base to build in; use it if the program needs it at run time; from "
                                + builder.from()));
        if (release.images().base().isEmpty()) {
            draft.guess(
                    "docker.base",
                    USUAL,
                    "small, with the GNU C library that programs need; "
                            + (release.images().isOnUnknown()
                                    ? "the current base is known only during a run"
                                    : release.images().builder().isPresent()
                                            ? "the current base is taken for one to build in"
                                            : "found no other base in a Dockerfile of a release"),
                    "run the program in it");
            return USUAL;
        }
        Fact<String> base = release.images().base().get();
        boolean lacking = Libcs.standard()
                .ofImage(base.value())
                .filter(libc -> libc.kind() != Kind.GLIBC)
                .isPresent();
        if (lacking && !targets.has(Libc.MUSL) && !alone()) {
            draft.left("docker.base", base.value(), lacking() + "; from " + base.from());
            return USUAL;
        }
        draft.taken("docker.base", base);
        return base.value();
    }

    /** What the image runs on, if that is less than all. */
    List<String> platforms(Draft draft) {
        ReleaseSetup release = repository.release();
        boolean lacking = release.images()
                .base()
                .flatMap(base -> Libcs.standard().ofImage(base.value()))
                .filter(libc -> libc.kind() != Kind.GLIBC)
                .isPresent();
        Set<String> fitting = targets.targets().stream()
                .filter(target -> target.libc() == Libc.MUSL && target.hasImages())
                .map(Target::platform)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> built = targets.targets().stream()
                .filter(Target::hasImages)
                .map(Target::platform)
                .collect(Collectors.toCollection(TreeSet::new));
        if (lacking && !alone() && !fitting.isEmpty() && fitting.size() < built.size()) {
            Set<String> lost =
                    new TreeSet<>(release.images().platforms().map(Fact::value).orElse(List.of()));
            lost.removeAll(fitting);
            if (!lost.isEmpty()) {
                draft.left(
                        "docker.platforms",
                        String.join(", ", lost),
                        "the base has no GNU C library, but no target without it is for "
                                + (lost.size() == 1 ? "this platform" : "these platforms") + "; from "
                                + release.images().platforms().orElseThrow().from());
            }
            return List.copyOf(fitting);
        }
        release.images().platforms().ifPresent(fact -> {
            List<String> lost =
                    fact.value().stream().filter(one -> !built.contains(one)).toList();
            if (!lost.isEmpty()) {
                draft.left(
                        "docker.platforms",
                        String.join(", ", lost),
                        "the new release builds no image for "
                                + (lost.size() == 1 ? "this platform" : "these platforms") + "; from " + fact.from());
            }
        });
        Optional<Fact<List<String>>> found = release.images()
                .platforms()
                .map(fact -> fact.map(
                        all -> all.stream().filter(built::contains).distinct().toList()))
                .filter(fact -> !fact.value().isEmpty() && fact.value().size() < built.size());
        found.ifPresent(fact -> draft.taken("docker.platforms", fact.map(all -> String.join(", ", all))));
        return found.map(Fact::value).orElse(List.of());
    }
}
