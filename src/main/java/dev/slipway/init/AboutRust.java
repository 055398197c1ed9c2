package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.cargo.Binary;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.SourceCheck;
import dev.slipway.source.English;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Cargo builds, and with which toolchain. */
record AboutRust(Repository repository, Rust rust, Draft draft) {
    /** The key for the oldest Rust that is promised. */
    static final String OLDEST = "rust-version";

    private static final String PROGRAM = "a release needs a package with a 'src/main.rs' or a '[[bin]]'";
    /** More programs in one archive would be a guess. */
    private static final int MOST = 3;

    /** Writes the toolchain's key; gives the description of the package. */
    static Optional<Fact<String>> add(Repository repository, String project, Optional<String> wanted, Draft draft)
            throws NoProposal {
        AboutRust about = new AboutRust(repository, repository.rust().orElseThrow(), draft);
        List<CargoPackage> shipped = wanted.isPresent() ? List.of(about.named(wanted.get())) : about.choose();
        about.write(shipped, project);
        AboutPackages.add(shipped, project, repository, draft);
        License.add(shipped.get(0).license().or(repository::license), repository, draft);
        return shipped.get(0).description();
    }

    private CargoPackage named(String name) throws NoProposal {
        List<String> names =
                rust.packages().stream().map(one -> one.name().value()).sorted().toList();
        CargoPackage found = rust.named(name)
                .orElseThrow(() -> new NoProposal(
                        "the workspace has no package '" + name + "'",
                        Suggestion.nearest(name, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the packages are " + String.join(", ", names))));
        if (found.binaries().isEmpty()) {
            throw new NoProposal("the package '" + name + "' has no program", PROGRAM);
        }
        return found;
    }

    /** The one that stands out and those that are released with it; else all, if they are few. */
    private List<CargoPackage> choose() throws NoProposal {
        if (rust.candidates().isEmpty()) {
            throw new NoProposal("cargo builds no program that could be released", PROGRAM);
        }
        List<CargoPackage> chosen = rust.shipped()
                .map(one -> Stream.concat(Stream.of(one), rust.companions().stream())
                        .toList())
                .orElse(rust.candidates());
        boolean many = chosen.size() > (rust.apart() ? 1 : MOST);
        if (many && rust.shipped().isEmpty()) {
            throw new NoProposal(
                    "several packages of the workspace have programs",
                    "select one with 'slipway init --package': " + named(chosen));
        }
        List<CargoPackage> others = rust.candidates().stream()
                .filter(candidate -> !chosen.contains(candidate))
                .toList();
        if (rust.shipped().isEmpty()) {
            draft.guess(
                    "rust.package",
                    names(chosen),
                    "found no main package, so all are released together",
                    "select one with 'slipway init --package': " + named(chosen));
        } else if (!others.isEmpty()) {
            draft.guess(
                    "rust.package",
                    names(chosen),
                    "chosen by the repository's name or the files of the existing release",
                    "select another with 'slipway init --package': " + named(others));
        }
        return chosen;
    }

    private static String names(List<CargoPackage> packages) {
        return packages.stream().map(one -> one.name().value()).collect(Collectors.joining(", "));
    }

    private static String named(List<CargoPackage> packages) {
        return packages.stream()
                .map(one -> one.name().value() + " (" + String.join(", ", one.programs()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String needs(Binary binary) {
        return "'" + binary.name() + "' needs the features " + String.join(", ", binary.missingFeatures())
                + ", which are not enabled by default";
    }

    private void write(List<CargoPackage> shipped, String project) {
        Setting.Group keys = new Setting.Group();
        toolchain(keys);
        boolean one = shipped.size() == 1;
        if (one && !shipped.get(0).directory().isEmpty()) {
            keys.word("package", shipped.get(0).name().value());
        }
        List<String> programs = shipped.stream()
                .flatMap(some -> some.programs().stream())
                .distinct()
                .toList();
        if (!programs.equals(List.of(project))) {
            keys.words("bins", programs);
        }
        shipped.forEach(some -> {
            draft.taken("rust.package", some.name());
            binaries(some);
        });
        features(shipped, keys);
        flags(shipped, keys);
        checks("test", keys);
        checks("clippy", keys);
        locked(keys);
        rust.history().ifPresent(why -> {
            keys.flag("history", true);
            draft.taken("rust.history", "true", why.value());
        });
        oldest(shipped.get(0), keys);
        draft.put("rust", keys.keys());
    }

    /** CI looks at no less than it does today: the widest of several commands is taken over. */
    private void checks(String kind, Setting.Group keys) {
        List<Fact<SourceCheck>> found = repository.release().tests().checks().stream()
                .filter(fact -> fact.value().kind().equals(kind))
                .toList();
        Optional<Fact<SourceCheck>> widest = found.stream()
                .max(Comparator.comparingInt(fact -> width(fact.value().flags())))
                .filter(fact -> !fact.value().flags().isEmpty());
        widest.ifPresent(fact -> {
            keys.words(kind + "-flags", fact.value().flags());
            draft.taken("rust." + kind + "-flags", fact.map(check -> String.join(" ", check.flags())));
        });
        List<String> taken = widest.map(fact -> fact.value().flags()).orElse(List.of());
        found.stream()
                .filter(fact -> !fact.value().flags().equals(taken)
                        && narrows(fact.value().flags()))
                .forEach(fact -> draft.left(
                        "ci",
                        "cargo " + kind + " " + String.join(" ", fact.value().flags()),
                        "add it to 'ci.commands': CI runs each check with one set of flags; from " + fact.from()));
    }

    private static int width(List<String> flags) {
        return (flags.contains("--workspace") ? 8 : 0)
                + (flags.contains("--all-features") ? 4 : 0)
                + (flags.contains("--all-targets") ? 2 : 0)
                + (flags.stream().anyMatch(flag -> flag.startsWith("--features=")) ? 1 : 0)
                - (flags.stream().anyMatch(flag -> flag.matches("--(package|test|no-default|lib|bins).*")) ? 3 : 0);
    }

    /** Whether another command checks what the widest does not: another set of features, or a package by its name. */
    private static boolean narrows(List<String> flags) {
        return flags.stream()
                .anyMatch(flag -> flag.matches(
                        "--(all-features|no-default-features|features=.*|package=.*|workspace|all-targets)"));
    }

    /** What an existing release tells Cargo beyond features. */
    private void flags(List<CargoPackage> shipped, Setting.Group keys) {
        BuildFlags flags = new BuildFlags(repository.release().targets(), draft);
        flags.shared("profile", "rust.profile").ifPresent(profile -> {
            keys.word("profile", profile.value());
            draft.taken("rust.profile", profile);
        });
        flags.shared("default-features", "rust.default-features").ifPresent(none -> {
            keys.flag("default-features", false);
            draft.taken("rust.default-features", none);
        });
        List<String> folders = shipped.stream().map(CargoPackage::directory).toList();
        flags.shared("manifest-path", "rust.package")
                .filter(path -> !folders.contains(path.value().replaceFirst("/?Cargo\\.toml$", "")))
                .ifPresent(path -> draft.left(
                        "rust.package",
                        "--manifest-path " + path.value(),
                        "builds run at the root; from " + path.from()));
        List<String> names = shipped.stream().map(one -> one.name().value()).toList();
        List<Fact<FoundTarget>> others = repository.release().targets().stream()
                .filter(target -> Stream.of(target.value()
                                .flags()
                                .getOrDefault("package", "")
                                .split(" "))
                        .noneMatch(names::contains))
                .toList();
        new BuildFlags(others, draft)
                .shared("package", "rust.package")
                .ifPresent(one -> draft.left(
                        "rust.package", "--package " + one.value(), "another package is released; from " + one.from()));
        flags.lost(
                "auditable",
                "rust",
                "'cargo auditable' embeds the dependency list in the program; 'sbom' writes it to a file");
        flags.lost("target-dir", "rust", "'--target-dir' is not passed on");
        flags.lost("config", "rust", "'--config' is not passed on");
        flags.lost("unstable", "rust", "'-Z' is not passed on; [unstable] in .cargo/config.toml sets the same");
    }

    /** Those that programs need, and those that all builds of an existing release have. */
    private void features(List<CargoPackage> shipped, Setting.Group keys) {
        List<String> features = new ArrayList<>(
                shipped.stream().flatMap(one -> one.neededFeatures().stream()).toList());
        repository.release().features().ifPresent(found -> {
            found.value().stream()
                    .filter(feature -> !features.contains(feature))
                    .forEach(features::add);
            long others = repository.release().targets().stream()
                    .filter(target -> !target.value().features().equals(found.value()))
                    .count();
            if (others == 0) {
                draft.taken("rust.features", found.map(names -> String.join(", ", names)));
            } else {
                draft.guess(
                        "rust.features",
                        String.join(", ", found.value()),
                        "from " + found.from() + "; " + English.count(others, "build has", "builds have")
                                + " other features",
                        "compare the builds in " + found.file());
            }
        });
        boolean everywhere = repository.release().targets().stream()
                .allMatch(fact -> fact.value().flags().containsKey("all-features"));
        // those of some builds are features of their targets
        Optional.of(new BuildFlags(repository.release().targets(), draft))
                .filter(any -> everywhere
                        || shipped.size() != 1
                        || shipped.get(0).features().isEmpty())
                .flatMap(flags -> flags.shared("all-features", "rust.features"))
                .ifPresent(all -> {
                    shipped.stream()
                            .flatMap(one -> one.features().stream())
                            .filter(feature -> !features.contains(feature))
                            .forEach(features::add);
                    draft.taken(
                            "rust.features",
                            String.join(", ", features),
                            "--all-features, from " + all.from() + "; add new features here too");
                });
        if (!features.isEmpty()) {
            keys.words("features", features);
        }
    }

    private void toolchain(Setting.Group keys) {
        keys.word("toolchain", rust.toolchain().map(Fact::value).orElse("stable"));
        rust.toolchain().ifPresent(fact -> draft.taken("rust.toolchain", fact));
        rust.otherToolchains()
                .forEach(other -> draft.left(
                        "rust.toolchain",
                        other.channel(),
                        "builds " + String.join(", ", other.triples()) + " today; to keep that, write 'toolchain: "
                                + other.channel() + "' at these targets; from " + other.from()));
        if (rust.toolchain().isEmpty()) {
            draft.open(
                    "rust.toolchain",
                    "no version found, so it is 'stable'; set a version to get the same build every time");
        }
    }

    /** If everything is built with another Rust, nobody would notice that the promised one has become too old. */
    private void oldest(CargoPackage shipped, Setting.Group keys) {
        shipped.rustVersion().ifPresent(oldest -> {
            if (!rust.toolchain().map(Fact::value).equals(Optional.of(oldest.value()))) {
                keys.word(OLDEST, oldest.value());
            }
            draft.taken("rust." + OLDEST, oldest);
        });
    }

    private void binaries(CargoPackage shipped) {
        for (Fact<Binary> binary : shipped.binaries()) {
            if (shipped.programs().contains(binary.value().name())) {
                draft.taken("rust.bins", binary.map(Binary::name));
            } else {
                draft.left("rust.bins", binary.value().name(), needs(binary.value()));
            }
        }
    }

    /** A lock file that git does not ignore is there to be committed, even if nobody has done so yet. */
    private void locked(Setting.Group keys) {
        boolean ignored = repository.git().ignored().contains("Cargo.lock");
        if (ignored) {
            keys.flag("locked", false);
            draft.taken("rust.locked", "false", "git ignores Cargo.lock");
            return;
        }
        rust.locked().filter(Fact::value).ifPresent(fact -> draft.taken("rust.locked", fact));
        if (rust.locked().filter(Fact::value).isEmpty()) {
            draft.open("rust.locked", "release builds use '--locked': commit Cargo.lock before the first release");
        }
    }
}
