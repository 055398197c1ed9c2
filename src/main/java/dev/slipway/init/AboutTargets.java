package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is built for.
 *
 * @param targets all that the config lists
 * @param found for each target, what an existing set-up builds it on; empty if there is none
 */
record AboutTargets(List<Target> targets, Map<Target, Fact<FoundTarget>> found) {
    /** What shows how files are called and what they are for. */
    static final String LAST_RELEASE = "run 'slipway init --against' with the files of the last release";

    private static final Comparator<Target> ORDER = Comparator.comparing(Target::os)
            .thenComparing(Target::libc)
            .thenComparing(Target::arch)
            .thenComparing(target -> target.name().orElse(""));

    static AboutTargets read(Repository repository, Optional<Naming> naming, RunnerLabels runners, Draft draft) {
        Map<Target, Fact<FoundTarget>> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        repository
                .release()
                .targets()
                .forEach(fact -> target(fact.value())
                        .filter(target -> repository.rust().isPresent()
                                || target.hasWord() && !fact.value().triple().contains("-android"))
                        .ifPresentOrElse(
                                known -> found.putIfAbsent(known, fact),
                                () -> unknown.add(fact.value().triple())));
        if (repository.go().isPresent()) {
            parts(found, draft);
        }
        if (!unknown.isEmpty()) {
            draft.left("targets", String.join(", ", new LinkedHashSet<>(unknown)), "Slipway does not build for these");
        }
        Map<Target, Fact<FoundTarget>> sorted = new LinkedHashMap<>();
        found.keySet().stream().sorted(ORDER).forEach(target -> sorted.put(target, found.get(target)));
        List<Setting> rows = new ArrayList<>();
        BuildMethods methods = BuildMethods.of(sorted, contained(repository), draft);
        List<String> most = repository.release().features().map(Fact::value).orElse(List.of());
        sorted.forEach((target, fact) -> {
            Setting row = row(target, fact, naming, methods, most, repository, runners, draft);
            SecondTarget.of(
                            row,
                            rows,
                            TargetVariant.of(fact.value(), repository).isOfSameProgram())
                    .ifPresentOrElse(second -> second.tell(draft), () -> rows.add(row));
        });
        if (rows.isEmpty()) {
            boolean compiler = BinstallName.of(repository).isPresent();
            List<String> usual = usual(repository)
                    .map(word -> compiler ? Target.of(word).map(Rust::triple).orElse(word) : word)
                    .toList();
            boolean told = repository.release().untold().isEmpty();
            draft.guess(
                    "targets",
                    String.join(", ", usual),
                    (java(repository)
                                    ? "Java runs on all of them, and each archive contains a matching Java runtime"
                                    : scripted(repository).isEmpty()
                                            ? machines(repository)
                                                    .map(fact ->
                                                            "what the runners of the release are, from " + fact.from())
                                                    .orElse("the usual targets")
                                            : "the platforms that "
                                                    + repository
                                                            .others()
                                                            .get(0)
                                                            .file()
                                                            .from() + " names")
                            + (told ? "" : "; those of this project could not be read"),
                    repository.releases() ? LAST_RELEASE : "ask the people who will download it");
            draft.put("targets", Setting.Items.words(usual));
            return new AboutTargets(
                    usual(repository).flatMap(word -> Target.of(word).stream()).toList(), Map.of());
        }
        List<Target> unseen = unseen(sorted, repository);
        if (!unseen.isEmpty()) {
            unseen.forEach(target -> rows.add(new Setting.Word(target.word())));
            draft.guess(
                    "targets",
                    unseen.stream().map(Target::word).collect(Collectors.joining(", ")),
                    everywhere(repository)
                            .map(file -> "'" + file.value() + "' is for no system in particular, from " + file.from())
                            .orElse(
                                    "some uploaded files have names that are known only during a run, and no other file "
                                            + "is for this system"),
                    LAST_RELEASE);
        }
        List<String> musl = sorted.keySet().stream()
                .filter(target ->
                        target.libc() == Libc.MUSL && !repository.others().isEmpty())
                .map(target -> new Target(target.os(), target.arch(), target.libc()).word())
                .toList();
        if (!musl.isEmpty()) {
            draft.open(
                    "command.build",
                    "for " + String.join(", ", musl) + " it must link statically, but the guessed command does not");
        }
        draft.put("targets", new Setting.Items(rows));
        sorted.forEach((target, fact) -> otherProcessor(target, fact, draft));
        return new AboutTargets(
                Stream.concat(sorted.keySet().stream(), unseen.stream()).toList(), sorted);
    }

    /** Go builds no universal program: people with a Mac get one for each processor, and not nothing. */
    private static void parts(Map<Target, Fact<FoundTarget>> found, Draft draft) {
        List<Fact<FoundTarget>> macs = found.entrySet().stream()
                .filter(entry -> entry.getKey().os() == Os.MACOS)
                .map(Map.Entry::getValue)
                .toList();
        // of a list of names, what makes the files is known to those that read it
        if (macs.size() == 1
                && macs.get(0).value().triple().startsWith("universal")
                && macs.get(0).from().startsWith(".github/workflows/")) {
            Stream.of("x86_64-apple-darwin", "aarch64-apple-darwin")
                    .map(FoundTarget::of)
                    .forEach(part -> target(part)
                            .ifPresent(known ->
                                    found.putIfAbsent(known, macs.get(0).map(any -> part))));
            draft.open(
                    "targets",
                    "no universal program for macOS is built: people get one file per processor; from "
                            + macs.get(0).from());
        }
    }

    /** The name of a file and the machine that builds it may say two things. */
    private static void otherProcessor(Target target, Fact<FoundTarget> fact, Draft draft) {
        fact.value()
                .otherInName()
                .flatMap(other -> fact.value().archive())
                .ifPresent(archive -> draft.open(
                        "targets",
                        "'" + archive.stem() + "' names another processor than '"
                                + new Target(target.os(), target.arch(), target.libc()).word()
                                + "', for which its build seems to be: find out which one people need; from "
                                + fact.from()));
    }

    /** The usual targets of systems that no file is for, if only the names of some files could be read. */
    private static List<Target> unseen(Map<Target, Fact<FoundTarget>> found, Repository repository) {
        boolean compiled = repository.rust().isPresent() || repository.go().isPresent();
        boolean whole = repository.release().released().stream()
                .allMatch(file -> file.value().known());
        return compiled || whole && everywhere(repository).isEmpty()
                ? List.of()
                : usual(repository)
                        .flatMap(word -> Target.of(word).stream())
                        .filter(target -> found.keySet().stream().noneMatch(seen -> seen.os() == target.os()))
                        .toList();
    }

    /** What runs wherever Java does, by its name: the project and perhaps the version, and no system. */
    static Optional<Fact<String>> everywhere(Repository repository) {
        String name = repository.name().map(Fact::value).orElse("").replaceFirst("^.*/", "");
        return repository.release().released().stream()
                .filter(file -> java(repository) && file.value().known())
                .map(file -> file.map(ReleasedFile::name))
                .filter(file -> (name + ".all")
                        .equalsIgnoreCase(file.value()
                                .replace("{name}", name)
                                .replaceFirst("[-_]v?\\{(?:tag|version)}", "")
                                .replaceFirst("(?i)\\.(?:jar|zip|tgz|tar\\.(?:gz|xz|zst))$", ".all")))
                .findFirst();
    }

    /** Whether the config may get a container for Linux: that of the release, or one that fits the image. */
    static boolean contained(Repository repository) {
        return repository.release().container().isPresent()
                || !repository.release().images().names().isEmpty();
    }

    /** A second build of a platform is another target. */
    private static Optional<Target> target(FoundTarget found) {
        return Rust.reads(found.triple()).map(target -> found.variant().isEmpty() ? target : target.named(found.id()));
    }

    /** The platforms that the file of the build names. */
    private static Set<String> scripted(Repository repository) {
        return repository.others().stream()
                .findFirst()
                .map(build -> build.targets().keySet())
                .orElse(Set.of());
    }

    /** What a project of its kind is usually released for. */
    static Stream<String> usual(Repository repository) {
        if (!scripted(repository).isEmpty()) {
            return scripted(repository).stream();
        }
        Optional<Fact<List<String>>> machines = machines(repository);
        if (machines.isPresent()) {
            return machines.get().value().stream();
        }
        Stream<String> linux = Stream.of("linux-amd64", "linux-arm64");
        boolean everywhere = repository.rust().isPresent() || repository.go().isPresent() || java(repository);
        return everywhere ? Stream.concat(linux, Stream.of("macos-amd64", "macos-arm64", "windows-amd64")) : linux;
    }

    /** Where a command builds today, if that is on more than Linux. */
    static Optional<Fact<List<String>>> machines(Repository repository) {
        return repository
                .release()
                .machines()
                .filter(fact -> !repository.others().isEmpty())
                .map(fact -> fact.map(triples -> triples.stream()
                        .flatMap(triple -> Rust.reads(triple).stream())
                        .sorted(ORDER)
                        .map(target -> new Target(target.os(), target.arch(), target.libc()).word())
                        .toList()))
                .filter(fact -> fact.value().stream().anyMatch(word -> !word.startsWith("linux")));
    }

    private static boolean java(Repository repository) {
        return repository.maven().isPresent() || repository.gradle().isPresent();
    }

    /** What tells a variant of a processor from the usual one, whose name it shares. */
    private static String variables(FoundTarget found) {
        String own = found.own().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining(" "));
        return own.isEmpty() ? "" : " with " + own;
    }

    private static Optional<String> runner(Repository repository, String triple, RunnerLabels runners, Draft draft) {
        return AboutTools.row(repository.release(), triple, "runner").map(label -> {
            String current = runners.current("targets.runner", label.value());
            if (current.equals(label.value())) {
                draft.taken("targets.runner", triple + ": " + current, "from " + label.from());
            }
            return current;
        });
    }

    /** The word that the set-up itself uses in file names: ours or the compiler's if it is one, else any. */
    private static Setting row(
            Target target,
            Fact<FoundTarget> fact,
            Optional<Naming> naming,
            BuildMethods methods,
            List<String> most,
            Repository repository,
            RunnerLabels runners,
            Draft draft) {
        String triple = fact.value().triple();
        TargetVariant variant = TargetVariant.of(fact.value(), repository);
        Optional<String> own = naming.flatMap(
                names -> names.word(fact.value(), repository.rust().isPresent())
                        .or(() -> variant.isOneOfSeveral() ? variant.platform(names) : Optional.empty()));
        Optional<String> known = own.filter(word ->
                Target.of(word).filter(same -> Rust.triple(same).equals(triple)).isPresent());
        Optional<String> usual = repository.rust().isPresent()
                ? Optional.empty()
                : Optional.of(new Target(target.os(), target.arch(), target.libc()).word());
        String word = known.or(() -> usual).orElse(triple);
        draft.taken(
                "targets",
                own.orElse(word),
                (word.equals(triple) && own.isEmpty() ? "" : triple + variables(fact.value()) + ", ") + "from "
                        + fact.from());
        Setting.Group keys = new Setting.Group().word("target", word);
        own.filter(name -> known.isEmpty() && !name.equals(word)).ifPresent(name -> keys.word("as", name));
        ownArchive(fact, naming, own.orElse(word)).ifPresent(name -> {
            if (own.isEmpty() && variant.isOneOfSeveral()) {
                keys.word("as", word + "-" + variant.name(name));
            }
            keys.word("archive", name);
            draft.taken("targets.archive", word + ": " + name, "from " + fact.from());
        });
        runner(repository, triple, runners, draft).ifPresent(label -> keys.word("runner", label));
        AboutTools.row(repository.release(), triple, "container").ifPresent(no -> keys.flag("container", false));
        methods.own(target).ifPresent(method -> keys.word("build", method));
        fact.value().glibc().ifPresent(version -> keys.word("glibc", version));
        features(fact, word, most, repository, draft).ifPresent(names -> keys.words("features", names));
        Setting.Group env = new Setting.Group();
        fact.value().own().forEach(env::word);
        if (!fact.value().own().isEmpty()) {
            keys.put("env", env.keys());
        }
        Setting.Keys all = keys.keys();
        return all.entries().size() == 1 ? new Setting.Word(word) : all;
    }

    /** The name of an archive that no text for all of them gives. */
    private static Optional<String> ownArchive(Fact<FoundTarget> fact, Optional<Naming> naming, String word) {
        boolean follows = naming.filter(
                        names -> names.words().containsKey(fact.value().id()))
                .isPresent();
        return fact.value()
                .archive()
                .map(FoundArchive::stem)
                .filter(stem -> !follows
                        && !naming.map(names -> names.text().value().replace("{platform}", word))
                                .filter(stem::equals)
                                .isPresent())
                .filter(stem -> stem.replaceAll("\\{(?:tag|version)}", "x").matches("[A-Za-z0-9_][A-Za-z0-9._-]*+"));
    }

    /** Whether each archive that was found has a name in the config, that of all or its own. */
    boolean named(Optional<Naming> naming) {
        return !found.isEmpty()
                && found.values().stream()
                        .allMatch(fact -> naming.filter(names -> names.words()
                                                .containsKey(fact.value().id()))
                                        .isPresent()
                                || ownArchive(fact, naming, fact.value().triple())
                                        .isPresent());
    }

    /** Those of a build that differs from most. */
    private static Optional<List<String>> features(
            Fact<FoundTarget> fact, String word, List<String> most, Repository repository, Draft draft) {
        boolean all = fact.value().flags().containsKey("all-features");
        boolean everywhere = repository.release().targets().stream()
                .allMatch(target -> target.value().flags().containsKey("all-features"));
        Optional<CargoPackage> alone = repository.rust().flatMap(dev.slipway.detect.cargo.Rust::shipped);
        List<String> own = all
                ? alone.stream().flatMap(crate -> crate.features().stream()).toList()
                : fact.value().features();
        if (own.equals(most) || repository.rust().isEmpty() || all && (everywhere || own.isEmpty())) {
            return Optional.empty();
        }
        draft.taken(
                "targets.features",
                own.isEmpty() ? "none" : String.join(", ", own),
                word + (all ? ", --all-features" : "") + ", from " + fact.from()
                        + (all ? "; add new features here too" : ""));
        return Optional.of(own);
    }

    boolean has(Libc libc) {
        return targets.stream().anyMatch(target -> target.os() == Os.LINUX && target.libc() == libc);
    }

    /** What a set-up says about targets of one system. */
    List<Map.Entry<Target, Fact<FoundTarget>>> of(Os os) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().os() == os)
                .toList();
    }
}
